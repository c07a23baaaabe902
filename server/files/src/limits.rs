//! Holds a process to what reading one document may cost.

use std::time::Duration;

use workbench::limits::Limits;

/// The time for one document.
pub(super) fn time(limits: Limits) -> Duration {
    Duration::from_secs(limits.seconds)
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
