import { Button } from '@wordpress/components';
import { __ } from '@wordpress/i18n';
import { invoiceColumns } from '../../../domain/invoices/columns';
import { InvoiceTable } from '../../../domain/invoices/invoice-table';
import { boot } from '../../../shared/boot';
import { EmptyState } from '../../../shared/empty-state';

/** Whose they are stands above the list: its rows begin with their number. */
const columns = invoiceColumns.filter( ( { id } ) => id !== 'client' );

/** One client's invoices, newest first. */
export default function ClientInvoices( { clientId }: { readonly clientId: number } ) {
	return (
		<InvoiceTable
			name="client-invoices"
			clientId={ clientId }
			columns={ columns }
			compact={ [ 'state', 'due_date', 'total' ] }
			searchLabel={ __( 'Search number or amount', 'counterfoil' ) }
			empty={
				<EmptyState
					title={ __( 'No invoices yet', 'counterfoil' ) }
					text={ __( 'Invoices for this client will appear here.', 'counterfoil' ) }
					action={
						boot().can.bill && (
							<Button
								variant="secondary"
								href={ `#/invoices/new?client=${ clientId }` }
								__next40pxDefaultSize
							>
								{ __( 'Create invoice', 'counterfoil' ) }
							</Button>
						)
					}
				/>
			}
		/>
	);
}
