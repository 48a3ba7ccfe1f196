import { setTimeout as sleep } from 'node:timers/promises';

const INTERVAL_MS = 25;
const TIMEOUT_MS = 10_000;

/**
 * Polls until there is an answer.
 * @param what what is waited for, as the error shall call it
 * @param probe gives the answer, or undefined while there is none
 * @param options `timeoutMs`: 10 seconds unless told; `lastSeen`: what the error shall show
 * @throws where the time is over
 */
export async function waitFor<T>(
  what: string,
  probe: () => T | undefined | Promise<T | undefined>,
  options: { timeoutMs?: number; lastSeen?: () => unknown } = {},
): Promise<T> {
  const { timeoutMs = TIMEOUT_MS, lastSeen } = options;
  const deadline = performance.now() + timeoutMs;
  for (;;) {
    const answer = await probe();
    if (answer !== undefined) return answer;
    if (performance.now() > deadline) {
      const seen = lastSeen ? `; last seen: ${JSON.stringify(lastSeen())}` : '';
      throw new Error(`Waited ${timeoutMs / 1000} s for ${what}${seen}`);
    }
    await sleep(INTERVAL_MS);
  }
}
