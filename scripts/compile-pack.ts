import { compileDocument } from '../src/pack/compile';
import { checkExamples, describeProblems, readPack, writeCompiledPack } from './pack-files';

const { pack, problems: found } = readPack();
const problems = pack ? [...found, ...checkExamples(pack)] : found;
if (!pack || problems.length > 0) {
  console.error(`${describeProblems(problems)}\n\n${problems.length} problem(s). Nothing was written.`);
  process.exit(1);
}
writeCompiledPack();
console.log(JSON.stringify(compileDocument(pack), null, 2));
