import { useText } from '../i18n/use-text.js';
import { Button } from './button.js';

type MoreProps = {
  readonly pages: { readonly hasNextPage: boolean; readonly isFetchingNextPage: boolean; fetchNextPage(): unknown };
  readonly label?: string;
};

/** The way to the next page of a list, where there is one. */
export function More({ pages, label }: MoreProps) {
  const text = useText();
  if (!pages.hasNextPage) return null;
  return (
    <div className="row more">
      <Button busy={pages.isFetchingNextPage} onClick={() => void pages.fetchNextPage()}>
        {label ?? text('ui.more')}
      </Button>
    </div>
  );
}
