/**
 * @param {string} text what a program printed of its version, such as `Mozilla Firefox 153.7.0esr`
 * @returns {number[] | null} the first dotted version in it, or null
 */
export function parseVersion(text) {
  const match = /(?:^|[^\d.])(\d+(?:\.\d+)+)/.exec(text);
  return match?.[1] ? match[1].split('.').map(Number) : null;
}

/**
 * @param {readonly number[]} version
 * @param {readonly number[]} least parts left out count as 0
 * @returns {boolean}
 */
export function isAtLeast(version, least) {
  for (let part = 0; part < Math.max(version.length, least.length); part += 1) {
    const difference = (version[part] ?? 0) - (least[part] ?? 0);
    if (difference !== 0) return difference > 0;
  }
  return true;
}
