import type { ReactNode } from 'react';
import { type Chip, DayRange, rangeLabel } from './filters';

interface Days< Name extends string > {
	readonly label: string;
	/** Of the filters in the address: "issued" has issued_from and issued_to. */
	readonly name: Name;
	readonly filters: { readonly [ key in `${ Name }_${ 'from' | 'to' }` ]?: string | undefined };
	readonly onChange: ( changes: Record< string, string > ) => void;
}

/** Narrows a list to a range of days: what it is narrowed to, if it is, and the fields to choose it. */
export function dayFilter< Name extends string >( {
	label,
	name,
	filters,
	onChange,
}: Days< Name > ): {
	chips: Chip[];
	fields: ReactNode;
} {
	const { [ `${ name }_from` as const ]: from, [ `${ name }_to` as const ]: to } = filters;
	return {
		chips:
			from || to
				? [
						{
							label: rangeLabel( label, from, to ),
							onClear: () => onChange( { [ `${ name }_from` ]: '', [ `${ name }_to` ]: '' } ),
						},
					]
				: [],
		fields: (
			<DayRange
				label={ label }
				from={ from ?? '' }
				to={ to ?? '' }
				onChange={ ( range ) =>
					onChange( {
						...( range.from === undefined ? {} : { [ `${ name }_from` ]: range.from } ),
						...( range.to === undefined ? {} : { [ `${ name }_to` ]: range.to } ),
					} )
				}
			/>
		),
	};
}
