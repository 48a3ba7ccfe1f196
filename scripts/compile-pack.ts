import { parseArgs } from 'node:util';
import { compileDocument } from '../src/pack/compile-document';
import { describeCoverage } from './pack-coverage';
import { checkExamples, describeProblems, readPack, writeCompiledPack } from './pack-files';

const USAGE = `Checks the pack that ships.

  npm run --silent pack                  prints it compiled, as JSON-LD
  npm run --silent pack -- --coverage    prints which paragraphs of the source its statements cite`;

const { values } = readArguments();
const { pack, problems: found } = readPack();
const problems = pack ? [...found, ...checkExamples(pack)] : found;
if (!pack || problems.length > 0) {
  console.error(`${describeProblems(problems)}\n\n${problems.length} problem(s). Nothing was written.`);
  process.exit(1);
}
writeCompiledPack();
if (values.coverage) console.log(describeCoverage(pack));
else console.log(JSON.stringify(compileDocument(pack), null, 2));

function readArguments() {
  try {
    return parseArgs({ options: { coverage: { type: 'boolean' } } });
  } catch (error) {
    console.error(`${error instanceof Error ? error.message : String(error)}\n\n${USAGE}`);
    process.exit(2);
  }
}
