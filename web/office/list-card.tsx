import './office-list.css';
import type { ComponentProps } from 'react';
import { Card } from '../ui/surfaces.js';
import { Table } from '../ui/table.js';

/** A table under its title. */
export function ListCard<Row>({
  title,
  ...table
}: Omit<ComponentProps<typeof Table<Row>>, 'caption'> & { readonly title: string }) {
  return (
    <Card className="office-list">
      <div className="panel-head in-list">
        <h2>{title}</h2>
      </div>
      <Table caption={title} {...table} />
    </Card>
  );
}
