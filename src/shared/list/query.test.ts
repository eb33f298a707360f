import { invoiceFilters, invoiceSorting } from '../../contract/invoices';
import { queryOf } from './query';

test( 'what the address says is taken as the server takes it', () => {
	expect(
		queryOf( invoiceFilters, {
			state: 'overdue',
			client_id: '12',
			issued_from: '2026-01-01',
			search: ' 123 ',
			only: 'due_this_week',
			elsewhere: 'x',
		} )
	).toEqual( {
		state: 'overdue',
		client_id: 12,
		issued_from: '2026-01-01',
		search: '123',
		only: 'due_this_week',
	} );
	expect( queryOf( invoiceSorting, { orderby: 'total', order: 'desc' } ) ).toEqual( {
		orderby: 'total',
		order: 'desc',
	} );
} );

test( 'nonsense is left out instead of sent', () => {
	expect(
		queryOf( invoiceFilters, {
			state: 'lost',
			client_id: '-1',
			website_id: '1.5',
			issued_to: 'tomorrow',
			search: '  ',
		} )
	).toEqual( {} );
	expect( queryOf( invoiceSorting, { orderby: 'id;DROP', order: 'up' } ) ).toEqual( {} );
} );
