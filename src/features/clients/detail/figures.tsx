import { __, _n, sprintf } from '@wordpress/i18n';
import type { Client } from '../../../contract/clients';
import { countActive } from '../../../domain/clients/recurring';
import { boot } from '../../../shared/boot';
import { Figure, sumsOf } from '../../../shared/figure';
import { formatMoney } from '../../../shared/money';

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
			<Recurring client={ client } />
			<Figure
				label={ __( 'Invoices', 'counterfoil' ) }
				values={ [ String( client.invoice_count ) ] }
				href={ list }
			/>
		</div>
	);
}

/** What subscriptions bring in a month; nothing while none is active. */
function Recurring( { client: { id, recurring } }: { readonly client: Client } ) {
	const active = countActive( recurring );
	return active === 0 ? null : (
		<Figure
			label={ /* translators: monthly recurring revenue */ __( 'MRR', 'counterfoil' ) }
			values={ recurring.map( ( { mrr } ) => formatMoney( mrr ) ) }
			href={ `#/clients/${ id }/products?tab=active` }
			count={ sprintf(
				/* translators: %s: number of subscriptions */
				_n( '%s active subscription', '%s active subscriptions', active, 'counterfoil' ),
				new Intl.NumberFormat( boot().locale ).format( active )
			) }
		/>
	);
}
