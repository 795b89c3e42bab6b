/** Whether a process runs, this user's or another's. */
export function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && "code" in error && error.code === "EPERM";
  }
}

/**
 * A loopback address that no other process uses: 127.64.0.0 to 127.127.255.255 has room for every process id of Linux,
 * where all of 127.0.0.0/8 is this machine. Other systems have 127.0.0.1 alone.
 */
export function ownLoopback(pid = process.pid): string {
  if (process.platform !== "linux") return "127.0.0.1";
  return `127.${64 + ((pid >>> 16) & 0x3f)}.${(pid >>> 8) & 0xff}.${pid & 0xff}`;
}
