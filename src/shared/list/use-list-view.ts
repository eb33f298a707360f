import type { View } from '@wordpress/dataviews/wp';
import { columnsOf, type ListPreferences, useListPreferences } from './preferences';

interface Options {
	readonly name: string;
	readonly fields: ReadonlyArray< { readonly id: string } >;
	readonly numeric: readonly string[];
	readonly compact: readonly string[];
	readonly isPhone: boolean;
}

export interface ListView {
	readonly view: View;
	readonly change: ( next: View ) => void;
	/** Back to how it comes; false while it is so. */
	readonly reset: ( () => void ) | false;
	/** Shown besides the title, in their order. */
	readonly columns: readonly string[];
	readonly preferences: ListPreferences;
	readonly keep: ( next: ListPreferences ) => void;
}

/** How a list is shown: on phones always the same, otherwise as somebody wants it. */
export function useListView( { name, fields, numeric, compact, isPhone }: Options ): ListView {
	const [ preferences, keep ] = useListPreferences( name );
	const [ title = 'id', ...others ] = fields.map( ( { id } ) => id );
	const columns = columnsOf( preferences, others );
	const { columns: chosen, density = 'compact', ...rest } = preferences;
	const view: View = isPhone
		? { type: 'list', titleField: title, fields: [ ...compact ], page: 1, perPage: 100 }
		: {
				type: 'table',
				titleField: title,
				fields: columns,
				page: 1,
				perPage: 100,
				layout: {
					density,
					styles: Object.fromEntries( numeric.map( ( id ) => [ id, { align: 'end' as const } ] ) ),
				},
			};
	const change = ( next: View ) => {
		if ( next.type === 'table' ) {
			keep( {
				...preferences,
				columns: [ ...( next.fields ?? others ) ],
				...( next.layout?.density ? { density: next.layout.density } : {} ),
			} );
		}
	};
	const isOwn = chosen !== undefined && JSON.stringify( columns ) !== JSON.stringify( others );
	const { density: _density, ...views } = { density, ...rest };
	return {
		view,
		change,
		reset: isOwn || density !== 'compact' ? () => keep( views ) : false,
		columns,
		preferences,
		keep,
	};
}
