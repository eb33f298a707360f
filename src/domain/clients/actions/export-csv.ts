import { __, _n, sprintf } from '@wordpress/i18n';
import type { ClientRow } from '../../../contract/clients';
import type { Money } from '../../../contract/common';
import type { ItemAction } from '../../../shared/actions/action';
import { toCsv } from '../../../shared/csv';
import { today } from '../../../shared/dates';
import { download } from '../../../shared/download';
import { accessLabel } from '../access-state';

const sumIn = ( sums: readonly Money[], currency: string ): Money =>
	sums.find( ( sum ) => sum.currency === currency ) ?? { amount: 0, currency };

/** The client's own currency first, and any other it was billed in. */
const currenciesOf = ( { currency, overdue, due, net_billings: net }: ClientRow ): string[] => [
	...new Set( [ currency, ...[ ...overdue, ...due, ...net ].map( ( sum ) => sum.currency ) ] ),
];

/** A row for each client and currency: sums of two currencies are never one. */
export const csvOf = ( clients: readonly ClientRow[] ): string =>
	toCsv(
		[
			__( 'Client', 'counterfoil' ),
			__( 'Contact', 'counterfoil' ),
			__( 'Email', 'counterfoil' ),
			__( 'Portal access', 'counterfoil' ),
			__( 'Currency', 'counterfoil' ),
			__( 'Overdue', 'counterfoil' ),
			__( 'Outstanding', 'counterfoil' ),
			__( 'Net billings', 'counterfoil' ),
		],
		clients.flatMap( ( client ) =>
			currenciesOf( client ).map( ( currency ) => [
				client.name,
				client.contact?.name ?? '',
				client.contact?.email ?? '',
				accessLabel( client.access ),
				currency,
				sumIn( client.overdue, currency ),
				sumIn( client.due, currency ),
				sumIn( client.net_billings, currency ),
			] )
		)
	);

export const exportCsv: ItemAction< ClientRow > = {
	id: 'export-csv',
	label: __( 'Export as CSV', 'counterfoil' ),
	isEligible: () => true,
	supportsBulk: true,
	run: async ( clients ) => {
		/* translators: %s: date as 2026-03-31 */
		const name = sprintf( __( 'Clients %s', 'counterfoil' ), today() );
		download( `${ name }.csv`, 'text/csv;charset=utf-8', csvOf( clients ) );
		return sprintf(
			/* translators: %d: number of clients */
			_n( '%d client exported.', '%d clients exported.', clients.length, 'counterfoil' ),
			clients.length
		);
	},
};
