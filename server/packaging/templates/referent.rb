# Homebrew: brew install --formula ./referent.rb
class Referent < Formula
  desc "Checks the agendas and minutes of Danish municipal committees"
  homepage "{{repository}}"
  url "{{repository}}.git", tag: "v{{version}}"
  license any_of: ["MIT", "Apache-2.0"]

  depends_on "rust" => :build

  def install
    system "cargo", "install", *std_cargo_args(path: "server")
    man1.install "server/referent.1"
    generate_completions_from_executable(bin/"referent", "completions")
  end

  test do
    (testpath/"a.txt").write "Byrådet\nMandag, 12 oktober, 2021 - 16:30\n"
    assert_match "dates/weekday", shell_output("#{bin}/referent check a.txt", 1)
  end
end
