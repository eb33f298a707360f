import { useCallback } from '@wordpress/element';
import type { z } from 'zod';
import { useFilters } from '../location';
import { PAGE_SIZE, useListPreferences } from './preferences';
import { queryOf, type Shape, type Values } from './query';

export interface Sort {
	readonly field: string;
	readonly direction: 'asc' | 'desc';
}

/** What the list's frame needs of it. */
export interface ListAddress {
	readonly address: Readonly< Record< string, string > >;
	readonly change: ( changes: Record< string, string > ) => void;
	readonly sort: Sort;
	readonly onSort: ( sort: Sort ) => void;
	readonly search: string;
	readonly onSearch: ( text: string ) => void;
	readonly isFiltered: boolean;
}

interface Options< Filters extends Shape, Column extends string > {
	/** What its columns, page size and views are kept under, "invoices". */
	readonly name: string;
	/** What the list may be narrowed and sorted by, of the contract. */
	readonly shape: Filters;
	readonly sorting: {
		readonly orderby: z.ZodType< Column | undefined >;
		readonly order: z.ZodType< 'asc' | 'desc' | undefined >;
	};
	/** How it comes where nobody chose. */
	readonly usual: { readonly field: Column; readonly direction: 'asc' | 'desc' };
}

/** A list's part of the address: what it is narrowed by, searched for and sorted by, so that it can be linked to and returned to. */
export function useListAddress< Filters extends Shape, Column extends string >( {
	name,
	shape,
	sorting,
	usual,
}: Options< Filters, Column > ) {
	const [ address, change ] = useFilters();
	const [ { perPage = PAGE_SIZE } ] = useListPreferences( name );
	const filters = queryOf( shape, address );
	const chosen: Values< typeof sorting > = queryOf( sorting, address );
	const sort = {
		field: chosen.orderby ?? usual.field,
		direction: chosen.order ?? ( chosen.orderby ? 'asc' : usual.direction ),
	};
	return {
		/** As it is written. */
		address,
		change,
		/** As the server takes it: filters alone, for sums; */
		filters,
		/** with the order, for an export; */
		sorted: { ...filters, orderby: sort.field, order: sort.direction },
		/** and all of it. */
		query: { ...filters, orderby: sort.field, order: sort.direction, per_page: perPage },
		sort: sort as Sort,
		onSort: ( { field, direction }: Sort ) => {
			const isUsual = field === usual.field && direction === usual.direction;
			change( isUsual ? { orderby: '', order: '' } : { orderby: field, order: direction } );
		},
		search: address.search ?? '',
		onSearch: useCallback( ( text: string ) => change( { search: text } ), [ change ] ),
		isFiltered: Object.keys( filters ).length > 0,
	};
}
