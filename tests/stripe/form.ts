import { invalid } from './errors';

/** What a form-encoded body or a query becomes: `a[b][c]=1&d[]=2` → `{ a: { b: { c: '1' } }, d: [ '2' ] }`. */
export type Field = string | Field[] | { [ name: string ]: Field };
export type Fields = { [ name: string ]: Field };

const MAX_DEPTH = 8;

export function parse_form( text: string ): Fields {
	const root: Fields = Object.create( null ) as Fields;
	for ( const [ key, value ] of new URLSearchParams( text ) ) {
		put( root, path_of( key ), value );
	}
	return arrays( root ) as Fields;
}

function path_of( key: string ): string[] {
	const head = key.split( '[', 1 )[ 0 ] ?? '';
	const tail = key.slice( head.length );
	if ( tail !== '' && ! /^(\[[^[\]]*\])+$/.test( tail ) ) {
		throw invalid( `Invalid parameter name: ${ key }`, key );
	}
	const path = [ head, ...[ ...tail.matchAll( /\[([^[\]]*)\]/g ) ].map( ( part ) => part[ 1 ] ?? '' ) ];
	if ( path.length > MAX_DEPTH ) {
		throw invalid( `Parameter nested too deeply: ${ key }`, key );
	}
	return path;
}

function put( root: Fields, path: string[], value: string ): void {
	let node = root;
	path.forEach( ( part, index ) => {
		const name = part === '' ? String( Object.keys( node ).length ) : part;
		if ( index === path.length - 1 ) {
			node[ name ] = value;
			return;
		}
		const next = node[ name ];
		if ( typeof next === 'object' && ! Array.isArray( next ) ) {
			node = next;
			return;
		}
		const made: Fields = Object.create( null ) as Fields;
		node[ name ] = made;
		node = made;
	} );
}

/** `a[0]=x&a[1]=y` and `a[]=x&a[]=y` are lists. */
function arrays( field: Field ): Field {
	if ( typeof field === 'string' || Array.isArray( field ) ) {
		return field;
	}
	const names = Object.keys( field );
	const values = names.map( ( name ) => arrays( field[ name ] ?? '' ) );
	const isList = names.length > 0 && names.every( ( name, index ) => name === String( index ) );
	if ( isList ) {
		return values;
	}
	return Object.fromEntries( names.map( ( name, index ) => [ name, values[ index ] ?? '' ] ) );
}
