import { __ } from '@wordpress/i18n';
import type { Client } from '../../../contract/clients';
import { Figure, sumsOf } from '../../../shared/figure';

/** What is owed and what came in. Each figure opens its list. */
export function Figures( { client }: { readonly client: Client } ) {
	const list = `#/clients/${ client.id }/invoices`;
	const { currency, overdue, due, net_billings: net, credit } = client;
	return (
		<div className="counterfoil-client-figures">
			<Figure
				label={ __( 'Overdue', 'counterfoil' ) }
				values={ sumsOf( overdue, currency ) }
				href={ `${ list }?state=overdue` }
				tone={ overdue.some( ( { amount } ) => amount > 0 ) ? 'bad' : undefined }
			/>
			<Figure
				label={ __( 'Outstanding', 'counterfoil' ) }
				values={ sumsOf( due, currency ) }
				href={ `${ list }?only=outstanding` }
			/>
			<Figure
				label={ __( 'Net billings', 'counterfoil' ) }
				values={ sumsOf( net, currency ) }
				href={ `#/payments?client_id=${ client.id }` }
			/>
			{ credit.some( ( { amount } ) => amount > 0 ) && (
				<Figure
					label={ __( 'Credit balance', 'counterfoil' ) }
					values={ sumsOf( credit, currency ) }
					href={ `#/clients/${ client.id }/credit` }
				/>
			) }
			<Figure
				label={ __( 'Invoices', 'counterfoil' ) }
				values={ [ String( client.invoice_count ) ] }
				href={ list }
			/>
		</div>
	);
}
