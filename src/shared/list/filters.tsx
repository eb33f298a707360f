import { Button } from '@wordpress/components';
import { useId, useState } from '@wordpress/element';
import { __, sprintf } from '@wordpress/i18n';
import { closeSmall, funnel } from '@wordpress/icons';
import type { ReactNode } from 'react';
import { formatDay } from '../dates';

export interface Chip {
	/** What the list is narrowed to: "Client: Harbour". */
	readonly label: string;
	readonly onClear: () => void;
}

interface Props {
	readonly chips: readonly Chip[];
	/** Fields to narrow by; shown when asked for. */
	readonly children: ReactNode;
}

/** What a list is narrowed by besides its tabs: each named, with a way out; and the fields to change it. */
export function Filters( { chips, children }: Props ) {
	const [ isOpen, setOpen ] = useState( false );
	const panel = useId();
	return (
		<div className="counterfoil-filters">
			<div className="counterfoil-filters__row">
				<Button
					size="compact"
					variant="secondary"
					icon={ funnel }
					aria-expanded={ isOpen }
					aria-controls={ panel }
					onClick={ () => setOpen( ! isOpen ) }
				>
					{ __( 'Filters', 'counterfoil' ) }
				</Button>
				{ chips.map( ( { label, onClear } ) => (
					<Button
						key={ label }
						className="counterfoil-filters__chip"
						size="compact"
						icon={ closeSmall }
						iconPosition="right"
						/* translators: %s: what a list is narrowed to */
						aria-label={ sprintf( __( '%s: remove this filter', 'counterfoil' ), label ) }
						onClick={ onClear }
					>
						{ label }
					</Button>
				) ) }
			</div>
			<div id={ panel } className="counterfoil-filters__panel" hidden={ ! isOpen }>
				{ isOpen && children }
			</div>
		</div>
	);
}

interface RangeProps {
	readonly label: string;
	readonly from: string;
	readonly to: string;
	readonly onChange: ( range: { from?: string; to?: string } ) => void;
}

/** From a day to a day, each of which may be left open. */
export function DayRange( { label, from, to, onChange }: RangeProps ) {
	const id = useId();
	return (
		<fieldset className="counterfoil-filters__range">
			<legend>{ label }</legend>
			<label htmlFor={ `${ id }-from` }>{ __( 'from', 'counterfoil' ) }</label>
			<input
				id={ `${ id }-from` }
				type="date"
				value={ from }
				max={ to || undefined }
				onChange={ ( event ) => onChange( { from: event.target.value } ) }
			/>
			<label htmlFor={ `${ id }-to` }>{ __( 'to', 'counterfoil' ) }</label>
			<input
				id={ `${ id }-to` }
				type="date"
				value={ to }
				min={ from || undefined }
				onChange={ ( event ) => onChange( { to: event.target.value } ) }
			/>
		</fieldset>
	);
}

/** "Issued: 1 Nov 2026 – 30 Nov 2026", or with an open end. */
export function rangeLabel( label: string, from?: string, to?: string ): string {
	if ( from && to ) {
		/* translators: 1: what the days are of, "Issued", 2: first day, 3: last day */
		return sprintf( __( '%1$s: %2$s – %3$s', 'counterfoil' ), label, formatDay( from ), formatDay( to ) );
	}
	return from
		? /* translators: 1: what the day is of, "Issued", 2: first day */
			sprintf( __( '%1$s: from %2$s', 'counterfoil' ), label, formatDay( from ) )
		: /* translators: 1: what the day is of, "Issued", 2: last day */
			sprintf( __( '%1$s: up to %2$s', 'counterfoil' ), label, formatDay( to ?? '' ) );
}
