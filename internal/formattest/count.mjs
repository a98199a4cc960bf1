// Counts checks, for the scripts of formattest.
let checked = 0;
let failed = 0;

// expect counts a check, and prints what fails.
export function expect(ok, ...what) {
  checked++;
  if (!ok) {
    failed++;
    console.error('FAIL', ...what);
  }
}

// finish prints the counts and ends the script. Without a check it fails.
export function finish() {
  console.log(`${checked - failed} passed, ${failed} failed`);
  process.exit(failed || !checked ? 1 : 0);
}
