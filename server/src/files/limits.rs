//! What reading one document may cost.

use std::time::Duration;

/// What the process that reads documents may use.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Limits {
    /// Memory, in MiB.
    pub(crate) memory: u64,
    /// Time for one document, in seconds.
    pub(crate) seconds: u64,
}

impl Default for Limits {
    /// Minutes of a thousand pages take a tenth of either.
    fn default() -> Self {
        Self { memory: 1024, seconds: 20 }
    }
}

impl Limits {
    /// The most that settings may ask for, since a stranger may have written them.
    pub(crate) const MOST: Self = Self { memory: 8192, seconds: 300 };

    /// The least with which a document of one page is read.
    pub(crate) const LEAST: Self = Self { memory: 128, seconds: 1 };

    pub(super) fn time(self) -> Duration {
        Duration::from_secs(self.seconds)
    }
}

/// Limits that hold as long as it lives.
#[cfg(unix)]
pub(super) struct Held;

/// Limits that hold as long as it lives.
#[cfg(windows)]
pub(super) struct Held(#[expect(dead_code, reason = "it is kept, not used")] Option<win32job::Job>);

/// Holds this process to `limits`, so far as the system lets it.
#[cfg(unix)]
pub(super) fn hold_to(limits: Limits) -> Held {
    use rustix::process::{Resource, Rlimit, setrlimit};
    let at_most = |n| Rlimit { current: Some(n), maximum: Some(n) };
    // A system without the limit still has the clock of whoever waits.
    let _ = setrlimit(Resource::As, at_most(limits.memory << 20));
    // The text of a document must not be left on the disk.
    let _ = setrlimit(Resource::Core, at_most(0));
    Held
}

/// From now on this process may work for so long; the last resort when nobody waits for it any more.
#[cfg(unix)]
pub(super) fn allow_time(limits: Limits) {
    use rustix::process::{Resource, Rlimit, setrlimit};
    use rustix::time::{ClockId, clock_gettime};
    let used = u64::try_from(clock_gettime(ClockId::ProcessCPUTime).tv_sec).unwrap_or(0);
    let most = used + limits.seconds + 2;
    let _ = setrlimit(Resource::Cpu, Rlimit { current: Some(most), maximum: None });
}

/// Holds this process to `limits`, so far as the system lets it.
///
/// A job that is made by this crate cannot bound what is promised to a process, but what it has in memory; and it ends with
/// the program that began it.
#[cfg(windows)]
pub(super) fn hold_to(limits: Limits) -> Held {
    let mut info = win32job::ExtendedLimitInfo::new();
    let most = usize::try_from(limits.memory << 20).unwrap_or(usize::MAX);
    info.limit_working_memory(1 << 20, most).limit_kill_on_job_close();
    let job = win32job::Job::create_with_limit_info(&info).ok();
    Held(job.filter(|job| job.assign_current_process().is_ok()))
}

/// The job ends the process with whoever waits for it.
#[cfg(windows)]
pub(super) fn allow_time(_: Limits) {}
