import { columnsOf, currentView, read, type SavedView, withLook, withoutView, withView } from './preferences';

const overdue: SavedView = { name: 'Overdue', filters: { state: 'overdue', search: 'acme' }, columns: [ 'due' ] };

test( 'as long as nobody chose, all columns are there; later only the chosen ones that still exist, in their order', () => {
	expect( columnsOf( {}, [ 'number', 'state', 'due' ] ) ).toEqual( [ 'number', 'state', 'due' ] );
	expect( columnsOf( { columns: [ 'due', 'gone', 'number' ] }, [ 'number', 'state', 'due' ] ) ).toEqual( [
		'due',
		'number',
	] );
	expect( columnsOf( { columns: [] }, [ 'number' ] ) ).toEqual( [] );
} );

test( 'what was stored wrongly counts as never chosen', () => {
	expect( read( undefined ) ).toEqual( {} );
	expect( read( 'all' ) ).toEqual( {} );
	expect( read( { columns: 'number' } ) ).toEqual( {} );
	expect( read( { columns: [ 'number' ], later: true } ) ).toEqual( { columns: [ 'number' ] } );
} );

test( 'a view is on screen when the list is narrowed as it says, in whatever order', () => {
	const list = withView( {}, overdue );
	expect( currentView( list, { search: 'acme', state: 'overdue', from: '' } ) ).toEqual( overdue );
	expect( currentView( list, { state: 'overdue' } ) ).toBeUndefined();
	expect( currentView( {}, {} ) ).toBeUndefined();
} );

test( 'a name is saved once, in the order of the alphabet, and can be taken away', () => {
	const paid = { name: 'Paid', filters: { state: 'paid' }, columns: [] };
	const again = { ...overdue, filters: { state: 'overdue' } };
	const list = withView( withView( withView( { columns: [ 'due' ] }, paid ), overdue ), again );
	expect( list ).toEqual( { columns: [ 'due' ], views: [ again, paid ] } );
	expect( withoutView( list, 'Overdue' ) ).toEqual( { columns: [ 'due' ], views: [ paid ] } );
} );

test( 'only what was changed of the look is kept: sorting chooses no columns', () => {
	const shown = { columns: [ 'number', 'due' ], density: 'compact', perPage: 25 } as const;
	const list = { views: [ overdue ] };
	expect( withLook( list, shown, { ...shown, columns: [ 'number', 'due' ] } ) ).toBe( list );
	expect( withLook( list, shown, { ...shown, perPage: 50 } ) ).toEqual( { views: [ overdue ], perPage: 50 } );
	expect( withLook( { columns: [ 'due' ] }, shown, { ...shown, density: 'balanced' } ) ).toEqual( {
		columns: [ 'due' ],
		density: 'balanced',
	} );
	expect( withLook( list, shown, { ...shown, columns: [ 'due', 'number' ] } ) ).toEqual( {
		views: [ overdue ],
		columns: [ 'due', 'number' ],
	} );
} );
