import { t } from '../platform/text';
import { CardMenu, type CardMenuProps } from './CardMenu';
import { ActionIcon } from './Icon';
import { Stepper, type StepperProps } from './Stepper';

export interface CardActionsProps {
  stepper: StepperProps | undefined;
  menu: CardMenuProps | undefined;
}

/**
 * What a sheet has under the thumb: the way between mentions, copying, the menu.
 * @param props the stepper and the menu; what is undefined is left out
 * @returns a `footer`
 */
export function CardActions({ stepper, menu }: CardActionsProps) {
  return (
    <footer>
      {stepper && <Stepper {...stepper} />}
      {menu?.onCopy && (
        <button type="button" class="text-button" onClick={menu.onCopy}>
          <ActionIcon name="copy" />
          {t('card_copy')}
        </button>
      )}
      {menu && <CardMenu {...menu} />}
    </footer>
  );
}
