import cueData from '../../.generated/cues.json';
import filterData from '../../.generated/filter.json';
import gazetteerData from '../../.generated/gazetteer.json';
import document from '../../.generated/pack.json';
import { FormFilter } from '../core/form-filter';
import { type CueData, type GazetteerData, loadCues, loadGazetteer } from '../core/gazetteer';
import type { Engine } from '../core/read-block';
import type { PackDocument } from './document-schema';
import { readFigures } from './json-ld';

let loadedFilter: FormFilter | undefined;

/** The filter of the pack that ships, made ready when it is first wanted. */
export function filter(): FormFilter {
  loadedFilter ??= new FormFilter(filterData);
  return loadedFilter;
}

let loaded: Engine | undefined;

/** The engine over the pack that ships, made ready when it is first wanted. */
export function engine(): Engine {
  loaded ??= {
    gazetteer: loadGazetteer(gazetteerData as unknown as GazetteerData),
    cues: loadCues(cueData as unknown as CueData),
    figures: readFigures(document as unknown as PackDocument),
  };
  return loaded;
}
