import cueData from '../../.generated/cues.json';
import gazetteerData from '../../.generated/gazetteer.json';
import { type CueData, type GazetteerData, loadCues, loadGazetteer } from '../core/gazetteer';
import type { Engine } from '../core/read-block';

let loaded: Engine | undefined;

/** The engine over the pack that ships, made ready when it is first wanted. */
export function engine(): Engine {
  loaded ??= {
    gazetteer: loadGazetteer(gazetteerData as unknown as GazetteerData),
    cues: loadCues(cueData as unknown as CueData),
  };
  return loaded;
}
