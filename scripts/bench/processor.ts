import { readdirSync, readFileSync } from 'node:fs';

/** Length of a tick of the kernel's clock, in milliseconds (`getconf CLK_TCK` is 100 wherever Linux runs browsers). */
const TICK_MS = 10;

interface Times {
  readonly parent: number;
  /** Of the process and of its ended children. */
  readonly spent: number;
}

/** Processor time of a process and of all that it started, in milliseconds; Linux only. */
export function processorTime(root: number): number {
  const processes = new Map<number, Times>();
  for (const name of readdirSync('/proc')) {
    const times = /^\d+$/.test(name) ? readTimes(name) : undefined;
    if (times) processes.set(Number(name), times);
  }
  const isBelow = (pid: number): boolean => {
    for (let at: number | undefined = pid; at; at = processes.get(at)?.parent) if (at === root) return true;
    return false;
  };
  let ticks = 0;
  for (const [pid, { spent }] of processes) if (isBelow(pid)) ticks += spent;
  return ticks * TICK_MS;
}

/** @returns undefined where the process has ended meanwhile */
function readTimes(pid: string): Times | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The name, in brackets, may hold anything; the parent is field 4, and the times are fields 14 to 17.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    const [user, system, childUser, childSystem] = fields.slice(11, 15).map(Number);
    return {
      parent: Number(fields[1]),
      spent: (user ?? 0) + (system ?? 0) + (childUser ?? 0) + (childSystem ?? 0),
    };
  } catch {
    return undefined;
  }
}
