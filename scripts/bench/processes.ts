import { readdirSync, readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { waitFor } from '../browser/wait';

/** Length of a tick of the kernel's clock, in milliseconds (`getconf CLK_TCK` is 100 wherever Linux runs browsers). */
const TICK_MS = 10;
/** A browser is idle that spends no more than a tick in this time. */
const IDLE_MS = 300;
const PATIENCE_MS = 60_000;

interface Process {
  readonly pid: number;
  readonly parent: number;
  /** Ticks of the process and of its ended children. */
  readonly spent: number;
}

/** Proportional set sizes in bytes: memory that processes share is split among them. */
export interface Memory {
  readonly all: number;
  /** Of the processes that only extensions run in. */
  readonly extensions: number;
}

/** Processor time of a process and of all that it started, in milliseconds; Linux only. */
export function processorTime(root: number): number {
  return TICK_MS * processesOf(root).reduce((sum, { spent }) => sum + spent, 0);
}

/** Memory of a browser, by its first process; Linux only. */
export function memoryOf(root: number): Memory {
  const memory = { all: 0, extensions: 0 };
  for (const { pid } of processesOf(root)) {
    const kilobytes = Number(/^Pss:\s+(\d+)/m.exec(readProc(pid, 'smaps_rollup') ?? '')?.[1] ?? 0);
    memory.all += kilobytes * 1024;
    if (runsExtensions(pid)) memory.extensions += kilobytes * 1024;
  }
  return memory;
}

/**
 * Waits until a browser does nothing.
 * @param root its first process
 * @throws where it is at work for a minute
 */
export async function waitUntilIdle(root: number): Promise<void> {
  let before = processorTime(root);
  const isIdle = async () => {
    await sleep(IDLE_MS);
    const now = processorTime(root);
    const spent = now - before;
    before = now;
    return spent <= TICK_MS || undefined;
  };
  await waitFor('the browser to be idle', isIdle, { timeoutMs: PATIENCE_MS });
}

/** Chromium tells by an argument, Firefox by the process's name. */
const runsExtensions = (pid: number): boolean =>
  readProc(pid, 'cmdline')?.includes('--extension-process') === true ||
  readProc(pid, 'comm')?.trim() === 'WebExtensions';

/** A process and all below it. */
function processesOf(root: number): Process[] {
  const processes = new Map<number, Process>();
  for (const name of readdirSync('/proc')) {
    const process = /^\d+$/.test(name) ? readProcess(Number(name)) : undefined;
    if (process) processes.set(process.pid, process);
  }
  const isBelow = (pid: number): boolean => {
    for (let at: number | undefined = pid; at; at = processes.get(at)?.parent) if (at === root) return true;
    return false;
  };
  return [...processes.values()].filter(({ pid }) => isBelow(pid));
}

/** @returns undefined where the process has ended meanwhile */
function readProcess(pid: number): Process | undefined {
  const stat = readProc(pid, 'stat');
  if (stat === undefined) return undefined;
  // The name, in brackets, may hold anything; the parent is field 4, and the times are fields 14 to 17.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  const [user, system, childUser, childSystem] = fields.slice(11, 15).map(Number);
  return {
    pid,
    parent: Number(fields[1]),
    spent: (user ?? 0) + (system ?? 0) + (childUser ?? 0) + (childSystem ?? 0),
  };
}

function readProc(pid: number, file: string): string | undefined {
  try {
    return readFileSync(`/proc/${pid}/${file}`, 'utf8');
  } catch {
    return undefined;
  }
}
