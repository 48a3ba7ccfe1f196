import { build } from 'vite';

// One after the other: crxjs keeps a build's state in module variables.
for (const mode of ['chrome', 'firefox']) await build({ mode, logLevel: 'warn', configLoader: 'runner' });
