import { Button } from '@wordpress/components';
import { __ } from '@wordpress/i18n';
import type { Invoice } from '../../../contract/invoices';
import type { AnyInvoice } from '../../../domain/invoices/any-invoice';
import { invoiceActions, openPdf } from '../../../domain/invoices/actions';
import { labelOf } from '../../../shared/actions/action';
import { ActionMenu } from '../../../shared/actions/action-menu';
import { useActions } from '../../../shared/actions/use-actions';
import { Problem } from '../../../shared/problem';

/** Opening the PDF is a button beside it. */
const inMenu = invoiceActions.filter( ( action ) => action !== openPdf );

/** Everything that can be done with this invoice now; what can't is not shown. */
export function InvoiceMenu( { invoice }: { readonly invoice: Invoice } ) {
	const actions = useActions< AnyInvoice >();
	return (
		<>
			<Problem error={ actions.error } onDismiss={ actions.clearError } />
			<Button variant="secondary" onClick={ () => actions.start( openPdf, [ invoice ] ) } __next40pxDefaultSize>
				{ labelOf( openPdf, [ invoice ] ) }
			</Button>
			<ActionMenu
				item={ invoice }
				actions={ inMenu }
				label={ __( 'More actions', 'counterfoil' ) }
				started={ actions }
			/>
			{ actions.dialog }
		</>
	);
}
