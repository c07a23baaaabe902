;;; referent-mode.el --- Minutes of Danish municipal committees  -*- lexical-binding: t; -*-

;; Version: 0.2.0
;; Package-Requires: ((emacs "28.1") (eglot "1.9"))
;; Keywords: text, convenience

;;; Commentary:

;; A mode for agendas and minutes, with findings, outline, fixes and completion by the program "referent" through
;; eglot.  Eglot comes with Emacs 29; for Emacs 28 it is a package.
;;
;;   (require 'referent-mode)
;;   (add-hook 'referent-mode-hook #'eglot-ensure)
;;   (referent-set :language "da")

;;; Code:

(require 'eglot)

(defgroup referent nil
  "Minutes of Danish municipal committees."
  :group 'text)

(defcustom referent-command '("referent" "lsp")
  "The program and its arguments."
  :type '(repeat string))

(defcustom referent-on-type t
  "Whether Enter in a list of points goes on with the list."
  :type 'boolean)

(defconst referent--section-titles
  '("Sagsresumé" "Sagsresume" "Resumé" "Resume" "Sagsbeskrivelse" "Sagsfremstilling" "Indstilling" "Indstillinger"
    "Problemstilling" "Løsning" "Baggrund" "Vurdering" "Effekt" "Høring" "Lovgrundlag" "Beslutningstema"
    "Videre proces" "Kompetence" "Kommunikation" "Bilag" "Relaterede bilag" "Afstemning" "Økonomi"
    "Økonomiske konsekvenser" "Økonomiske og erhvervsmæssige konsekvenser" "CO2-Konsekvensvurdering"
    "Sagen afgøres i"))

(defvar referent-font-lock-keywords
  `((,(concat "^\\s-*#*\\s-*" (regexp-opt referent--section-titles) ":?\\s-*$") . font-lock-keyword-face)
    ("^\\s-*#*\\s-*Beslutning\\(?:er\\)?\\(?: \\(?:i\\|for\\|fra\\) .*\\)?:?\\s-*$" . font-lock-keyword-face)
    ("^\\s-*\\(?:Lukket punkt\\|Punkt\\|Pkt\\.\\|Sag nr\\.?\\)\\s-*[0-9]+.*$" . font-lock-function-name-face)
    ("^#+\\s-+.*$" . font-lock-function-name-face)
    ("^\\s-*\\(?:[-•*–]\\|[0-9]\\{1,2\\}[.)]\\|[a-z][.)]\\)\\s-+at\\_>" . font-lock-builtin-face)
    ("\\_<Ad\\s-+[0-9]+\\(?:\\s-*\\(?:[-,]\\|og\\)\\s-*[0-9]+\\)*[.:]?" . font-lock-variable-name-face)
    (,(concat "\\_<[0-9]\\{1,2\\}\\.?\\s-+"
              (regexp-opt '("januar" "februar" "marts" "april" "maj" "juni" "juli" "august" "september" "oktober"
                            "november" "december"))
              "\\_>\\(?:,?\\s-+[0-9]\\{4\\}\\)?")
     . font-lock-constant-face)
    ("\\_<[0-9]\\{1,2\\}[-./][0-9]\\{1,2\\}[-./][0-9]\\{4\\}\\_>" . font-lock-constant-face)
    ("\\[\\(?:indsæt\\|udfyld\\|dato\\|navn\\)[^]]*\\]" . font-lock-warning-face))
  "What can be told from a line alone.")

;;;###autoload
(define-derived-mode referent-mode text-mode "Referat"
  "Mode for agendas and minutes of committees."
  (setq-local font-lock-defaults '(referent-font-lock-keywords t))
  (setq-local comment-start "<!-- " comment-end " -->")
  (visual-line-mode 1)
  (add-hook 'post-self-insert-hook #'referent--go-on nil t))

;; Text modes have the spelling checker's completion there.
(define-key referent-mode-map (kbd "C-M-i") #'completion-at-point)

(defun referent-set (setting value)
  "Make VALUE that of SETTING, as in (referent-set :severity \='(:dates/weekday \"hint\")).
It is kept with the settings of other servers, where eglot looks for it."
  (let* ((all (copy-sequence (default-value 'eglot-workspace-configuration)))
         (ours (plist-put (copy-sequence (plist-get all :referent)) setting value)))
    (setq-default eglot-workspace-configuration (plist-put all :referent ours))
    (when (eglot-current-server)
      (eglot-signal-didChangeConfiguration (eglot-current-server)))))

(defun referent--go-on ()
  "After Enter, let the server write the mark of the next point.
Eglot asks by itself after \\`C-j' only: the event of Enter is another than the character it inserts."
  (when (and referent-on-type (eq last-command-event ?\n) (not (eq last-input-event ?\n)) (bolp)
             (eglot-managed-p) (eglot--server-capable :documentOnTypeFormattingProvider))
    (let ((rest (- (line-end-position) (point))))
      (eglot-format (point) nil ?\n)
      (goto-char (- (line-end-position) rest)))))

(defun referent-fix-all ()
  "Make every safe fix in the buffer."
  (interactive)
  (eglot-code-actions (point-min) (point-max) "source.fixAll.referent" t))

(defun referent-explain (rule)
  "Explain RULE, or that of the finding at point."
  (interactive (list (or (referent--rule-at-point) (read-string "Rule: "))))
  (with-help-window "*referent*"
    (call-process (car referent-command) nil standard-output nil "explain" rule)))

(defun referent--rule-at-point ()
  "The rule of the finding at point."
  (let* ((finding (car (flymake-diagnostics (point))))
         (text (and finding (flymake-diagnostic-text finding))))
    (and text (string-match "\\[\\([a-z-]+/[a-z-]+\\)\\]" text) (match-string 1 text))))

;;;###autoload
(dolist (pattern '("\\.referat\\'" "\\.dagsorden\\'" "[rR]eferat[^/]*\\.txt\\'" "[dD]agsorden[^/]*\\.md\\'"))
  (add-to-list 'auto-mode-alist (cons pattern 'referent-mode)))

(add-to-list 'eglot-server-programs
             '((referent-mode :language-id "referat") . (lambda (&rest _) referent-command)))

(provide 'referent-mode)
;;; referent-mode.el ends here
