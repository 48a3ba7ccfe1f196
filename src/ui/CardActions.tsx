import { t } from '../platform/text';
import { CardMenu, type CardMenuProps } from './CardMenu';
import { Stepper, type StepperProps } from './Stepper';
import { TextButton } from './TextButton';

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
      {menu?.onCopy && <TextButton icon="copy" label={t('card_copy')} onPress={menu.onCopy} />}
      {menu && <CardMenu {...menu} />}
    </footer>
  );
}
