import { useQueryClient } from '@tanstack/react-query';
import { ApiProblem } from '../api/problem.js';
import { useText } from '../i18n/use-text.js';
import { ButtonLink } from '../ui/button.js';
import { Page } from '../ui/page.js';

/** Whether the server knows no such plant, or none that the viewer may see. */
export const isGone = (error: unknown): boolean => error instanceof ApiProblem && error.status === 404;

/** A plant that was deleted elsewhere while its page stood open, or that never was. */
export function PlantGone() {
  const text = useText();
  return (
    <Page title={text('plants.gone')} lead={text('plants.goneText')}>
      <ButtonLink look="primary" to="/plants">
        {text('plants.toPlants')}
      </ButtonLink>
    </Page>
  );
}

/** Lets a command through; when it finds its plant gone, the page looks at the plant again and says so. */
export function useNoticeGone(plantId: string) {
  const client = useQueryClient();
  return async <Answer,>(answer: Promise<Answer>): Promise<Answer> => {
    try {
      return await answer;
    } catch (error) {
      if (isGone(error)) await client.invalidateQueries({ queryKey: ['plants', plantId] });
      throw error;
    }
  };
}
