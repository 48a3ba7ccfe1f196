import { writeCompiledPack } from './pack-files';

/** Vitest's global set-up: tests read the compiled pack, as the builds do. */
export default writeCompiledPack;
