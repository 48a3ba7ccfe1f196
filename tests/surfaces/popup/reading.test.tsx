// @vitest-environment jsdom
import { expect, test } from 'vitest';
import { button, buttonNames, click } from '../../ui/render-into';
import { openPopup } from './open-popup';

type Popup = Awaited<ReturnType<typeof openPopup>>;
const row = (popup: Popup, id: string) => {
  const found = popup.root.querySelector<HTMLElement>(`[data-card="${id}"]`);
  if (!found) throw new Error(`No row for ${id}`);
  return found;
};

test('a slash reaches the field; Escape clears it, and is then left to the browser', async () => {
  const popup = await openPopup();
  expect(await popup.press('/')).toBe(true);
  expect(popup.focused()).toBe(popup.root.querySelector('input'));
  expect(await popup.press('/')).toBe(false);
  await popup.type('claude');
  expect(popup.names()).toEqual(['Claude', 'Anthropic']);
  expect(await popup.press('Escape')).toBe(true);
  expect(popup.names()).toHaveLength(3);
  expect(await popup.press('Escape')).toBe(false);
});

test('arrow keys walk from the field through the rows and back', async () => {
  const popup = await openPopup();
  await popup.press('/');
  await popup.press('ArrowDown');
  expect(popup.focused()).toBe(row(popup, 'trainium'));
  await popup.press('ArrowDown');
  expect(popup.focused()).toBe(row(popup, 'claude'));
  await popup.press('End');
  await popup.press('ArrowDown');
  expect(popup.focused()).toBe(row(popup, 'bedrock'));
  await popup.press('Home');
  await popup.press('ArrowUp');
  expect(popup.focused()).toBe(popup.root.querySelector('input'));
});

test('Tab reaches one row only: the one the arrow keys are on', async () => {
  const popup = await openPopup();
  await popup.press('ArrowDown');
  await popup.press('ArrowDown');
  const reachable = [...popup.root.querySelectorAll<HTMLElement>('.row')].filter(
    (each) => each.tabIndex === 0,
  );
  expect(reachable).toEqual([row(popup, 'claude')]);
});

test('Enter in the field opens the first card found', async () => {
  const popup = await openPopup();
  await popup.press('/');
  await popup.type('lock-in');
  await popup.press('Enter');
  expect(popup.title()).toBe('Model lock-in');
});

test('a row opens its card in place; Back returns to the row', async () => {
  const popup = await openPopup();
  await click(row(popup, 'claude'));
  expect(popup.title()).toBe('Claude');
  expect(popup.focused()?.textContent).toBe('Claude');
  expect(popup.root.querySelector('input')).toBeNull();
  await click(button(popup.root, 'Back'));
  expect(popup.names()).toHaveLength(3);
  expect(popup.focused()).toBe(row(popup, 'claude'));
});

test('relations open in place, and Escape goes back one step at a time', async () => {
  const popup = await openPopup();
  await popup.type('trainium');
  await click(row(popup, 'trainium'));
  await click(button(popup.root, 'NVIDIA H100'));
  expect(popup.title()).toBe('NVIDIA H100');
  await popup.press('Escape');
  expect(popup.title()).toBe('AWS Trainium');
  await popup.press('Escape');
  expect(popup.root.querySelector('input')?.value).toBe('trainium');
  expect(popup.focused()).toBe(row(popup, 'trainium'));
});

test('the next mention is shown on the page, named, and there is a way back', async () => {
  const popup = await openPopup();
  await click(button(popup.root, 'Show the next mention: AWS Trainium'));
  expect(popup.ports.showMention).toHaveBeenCalledWith('trainium', 1);
  expect(popup.root.querySelector('.popup > [role="status"]')?.textContent).toBe('AWS Trainium, 2 of 3');
  expect(row(popup, 'trainium').querySelector('.row-count')?.textContent).toBe('2 of 3');
  const back = button(popup.root, 'Back to where you were');
  await click(back);
  expect(popup.ports.returnToReading).toHaveBeenCalledOnce();
  expect(back.disabled).toBe(true);
  expect(row(popup, 'trainium').querySelector('.row-count')?.textContent).toBe('3');
  expect(popup.focused()).toBe(row(popup, 'trainium'));
});

test('an open card steps through its mentions', async () => {
  const popup = await openPopup();
  await click(row(popup, 'trainium'));
  expect(popup.has('3 on this page')).toBe(true);
  await click(button(popup.root, 'Previous mention'));
  expect(popup.ports.showMention).toHaveBeenCalledWith('trainium', -1);
  expect(popup.root.querySelector('.count')?.textContent).toBe('2 of 3');
});

test('a card that the page does not name has no stepping', async () => {
  const popup = await openPopup();
  await popup.type('lock-in');
  await click(row(popup, 'lock-in'));
  expect(buttonNames(popup.root)).not.toContain('Next mention');
});

test('a mention that has gone is said to be gone', async () => {
  const popup = await openPopup();
  popup.ports.showMention.mockResolvedValueOnce({ position: 0, count: 0 });
  await click(button(popup.root, 'Show the next mention: Claude'));
  expect(popup.has('No longer on this page: Claude')).toBe(true);
  expect(button(popup.root, 'Back to where you were').disabled).toBe(true);
});

test('stepping changes texts and a colour: what is in the popup, and in which order, stays', async () => {
  const popup = await openPopup();
  const shape = () =>
    [...popup.root.querySelectorAll('*')]
      .filter((element) => !element.closest('[role="status"]'))
      .map((element) => element.localName);
  const before = shape();
  for (let press = 0; press < 10; press++) {
    await click(button(popup.root, 'Show the next mention: Claude'));
    expect(shape()).toEqual(before);
  }
  expect(popup.root.querySelector('.at [data-card]')).toBe(row(popup, 'claude'));
});

test('a link in the subject opens its card, and Escape leads back to it', async () => {
  const popup = await openPopup();
  expect(popup.root.querySelector('.subject p')?.textContent).toBe('AWS Trainium, Claude and Amazon Bedrock');
  const link = button(popup.root, 'Claude');
  link.focus();
  await click(link);
  expect(popup.title()).toBe('Claude');
  await popup.press('Escape');
  expect(popup.focused()).toBe(button(popup.root, 'Claude'));
});
