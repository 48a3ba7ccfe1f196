import cueData from '../.generated/cues.json';
import figures from '../.generated/figures.json';
import filterTable from '../.generated/filter.json';
import gazetteerData from '../.generated/gazetteer.json';
import screenTable from '../.generated/screen.json';
import { FormFilter } from '../src/core/form-filter';
import { type CueData, type GazetteerData, loadCues, loadGazetteer } from '../src/core/gazetteer';
import type { SourceFigure } from '../src/core/page-figures';
import type { Engine } from '../src/core/read-block';
import { unpackScreen } from '../src/core/screen';

/** The filter of the built-in pack, for scripts that run outside the extension. */
export const filter = new FormFilter(filterTable);

/** The engine of the built-in pack, for the same scripts. */
export const engine: Engine = {
  gazetteer: loadGazetteer(gazetteerData as unknown as GazetteerData),
  cues: loadCues(cueData as unknown as CueData),
  figures: figures as unknown as SourceFigure[],
};

/** The screen of the built-in pack, for the same scripts. */
export const screenData = unpackScreen(screenTable);
