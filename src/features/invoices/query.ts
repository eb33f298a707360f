import { invoiceState, type InvoiceState } from '../../contract/invoices';

/** What the address may narrow a list of invoices by, as the server takes it. Nonsense is left out. */
export function queryOf( filters: Readonly< Record< string, string > > ) {
	const state = invoiceState.options.find( ( option ): option is InvoiceState => option === filters.state );
	return {
		state,
		client_id: idOf( filters.client ),
		website_id: idOf( filters.website ),
		issued_from: dayOf( filters.from ),
		issued_to: dayOf( filters.to ),
		search: filters.search?.trim().slice( 0, 100 ) || undefined,
	};
}

const idOf = ( text = '' ) => ( /^[1-9]\d{0,15}$/.test( text ) ? Number( text ) : undefined );
const dayOf = ( text = '' ) => ( /^\d{4}-\d{2}-\d{2}$/.test( text ) ? text : undefined );
