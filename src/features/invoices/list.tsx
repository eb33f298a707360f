import { Button } from '@wordpress/components';
import { __ } from '@wordpress/i18n';
import { BillClient } from '../../domain/invoices/bill-client';
import { invoiceColumns } from '../../domain/invoices/columns';
import { InvoiceTable } from '../../domain/invoices/invoice-table';
import { DocumentSections } from '../../domain/invoices/sections';
import { boot } from '../../shared/boot';
import { EmptyState } from '../../shared/empty-state';
import { Page } from '../../shared/page';
import { useRead } from '../../shared/store';
import { useMoreFilters } from './more-filters';

/** Every invoice, newest first. What it is narrowed by stands in the address. */
export default function InvoiceList() {
	const summary = useRead( 'invoices.summary', { query: {} } );
	return (
		<Page
			title={ __( 'Invoices', 'counterfoil' ) }
			actions={ <BillClient variant={ summary.data?.all.count === 0 ? 'secondary' : 'primary' } /> }
		>
			<DocumentSections current="invoices" />
			<InvoiceTable
				name="invoices"
				columns={ invoiceColumns }
				compact={ [ 'number', 'state', 'total' ] }
				searchLabel={ __( 'Search number, client or amount', 'counterfoil' ) }
				useMore={ useMoreFilters }
				empty={
					<EmptyState
						title={ __( 'No invoices yet', 'counterfoil' ) }
						text={ __(
							'Choose a client, add line items and send the invoice. Your client gets it by email and can pay it in your portal.',
							'counterfoil'
						) }
						action={
							boot().can.bill && (
								<Button variant="primary" href="#/invoices/new" __next40pxDefaultSize>
									{ __( 'Create your first invoice', 'counterfoil' ) }
								</Button>
							)
						}
					/>
				}
			/>
		</Page>
	);
}
