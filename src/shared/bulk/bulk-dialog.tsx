import { Button, Icon, Modal, Spinner } from '@wordpress/components';
import { useEffect, useRef } from '@wordpress/element';
import { __, _n, sprintf } from '@wordpress/i18n';
import { caution, check } from '@wordpress/icons';
import type { ReactNode } from 'react';
import type { Intention } from '../intention';
import { Problem } from '../problem';
import { toast } from '../toasts';
import './bulk-dialog.scss';
import type { Outcome, Row } from './run-each';
import { type Bulk, useBulk } from './use-bulk';

interface Props< Item > {
	readonly title: string;
	/** What will happen, before it does. */
	readonly text?: string;
	/** What may be chosen before it begins. */
	readonly choice?: ReactNode;
	readonly items: readonly Item[];
	readonly nameOf: ( item: Item ) => string;
	/** Verb and number: "Send 3 invoices". */
	readonly button: ( count: number ) => string;
	readonly prepare?: ( item: Item ) => Promise< string >;
	readonly work: ( item: Item, intention: Intention ) => Promise< string >;
	readonly onRun?: ( done: readonly Item[] ) => Promise< void >;
	/** Begins without being asked, and closes when all went well: for what changes nothing. Says this then. */
	readonly automatic?: string;
	readonly onClose: () => void;
}

/** Something done with several things: what will be done, how far it is, and what became of each. */
export function BulkDialog< Item extends { readonly id: number } >( props: Props< Item > ) {
	const { title, text, choice, items, nameOf, button, prepare, work, onRun, automatic, onClose } = props;
	const bulk = useBulk( { items, prepare, work, onRun } );
	const { rows, phase, tally, openCount, error } = bulk;
	const isRunning = phase === 'running';
	const begun = useRef( false );
	useEffect( () => {
		if ( automatic !== undefined && ! begun.current ) {
			begun.current = true;
			void bulk.run();
		}
	}, [ automatic, bulk ] );
	const isAllDone = phase === 'ended' && tally.done === tally.all && ! error;
	useEffect( () => {
		if ( automatic !== undefined && isAllDone ) {
			toast( automatic );
			onClose();
		}
	}, [ automatic, isAllDone, onClose ] );

	return (
		<Modal
			title={ title }
			size="medium"
			onRequestClose={ isRunning ? bulk.stop : onClose }
			shouldCloseOnClickOutside={ ! isRunning }
		>
			<div className="counterfoil-app counterfoil-form counterfoil-bulk">
				<Problem error={ error } />
				{ text && phase !== 'ended' && <p className="counterfoil-confirm">{ text }</p> }
				{ phase === 'ready' && choice }
				<p className="counterfoil-bulk__sum" role="status">
					{ sumOf( bulk ) }
				</p>
				{ isRunning && (
					<progress max={ tally.all } value={ tally.done + tally.refused + tally.unknown }>
						{ sumOf( bulk ) }
					</progress>
				) }
				<ul className="counterfoil-bulk__rows">
					{ rows.map( ( row ) => (
						<li key={ row.item.id }>
							<span className="counterfoil-bulk__name">{ nameOf( row.item ) }</span>
							<Result row={ row } isPreparing={ phase === 'preparing' } />
						</li>
					) ) }
				</ul>
				<div className="counterfoil-form__actions">
					{ openCount > 0 && ! isRunning && (
						<Button
							variant="primary"
							isBusy={ phase === 'preparing' }
							disabled={ phase === 'preparing' }
							accessibleWhenDisabled
							onClick={ () => void bulk.run() }
							__next40pxDefaultSize
						>
							{ phase === 'ended' ? againLabel( tally.unknown, openCount ) : button( openCount ) }
						</Button>
					) }
					{ isRunning ? (
						<Button variant="secondary" onClick={ bulk.stop } __next40pxDefaultSize>
							{ __( 'Stop', 'counterfoil' ) }
						</Button>
					) : (
						<Button
							variant={ openCount > 0 ? 'tertiary' : 'primary' }
							onClick={ onClose }
							__next40pxDefaultSize
						>
							{ phase === 'ended' ? __( 'Close', 'counterfoil' ) : __( 'Cancel', 'counterfoil' ) }
						</Button>
					) }
				</div>
			</div>
		</Modal>
	);
}

const againLabel = ( unknown: number, count: number ) =>
	unknown > 0
		? /* translators: %d: number of rows without a result */
			sprintf( __( 'Try again (%d)', 'counterfoil' ), count )
		: /* translators: %d: number of rows without a result */
			sprintf( __( 'Continue (%d)', 'counterfoil' ), count );

/** How far it is, in a sentence that is read out. */
function sumOf( { phase, tally }: Bulk< unknown > ): string {
	if ( phase === 'preparing' ) {
		return __( 'Checking each item…', 'counterfoil' );
	}
	const counts = [
		sprintf(
			/* translators: 1: number of rows that are done, 2: number of all rows */
			__( '%1$d of %2$d done', 'counterfoil' ),
			tally.done,
			tally.all
		),
		tally.refused > 0 &&
			sprintf(
				/* translators: %d: number of rows */
				_n( '%d can’t be completed', '%d can’t be completed', tally.refused, 'counterfoil' ),
				tally.refused
			),
		tally.unknown > 0 &&
			sprintf(
				/* translators: %d: number of rows */
				_n( '%d with no response', '%d with no response', tally.unknown, 'counterfoil' ),
				tally.unknown
			),
	];
	return phase === 'ready' && tally.refused === 0 ? '' : counts.filter( Boolean ).join( ' · ' );
}

function Result( { row, isPreparing }: { readonly row: Row< unknown >; readonly isPreparing: boolean } ) {
	const { outcome, note } = row;
	if ( outcome.state === 'running' || ( isPreparing && outcome.state === 'waiting' && note === '' ) ) {
		return <Spinner />;
	}
	const icon = icons[ outcome.state ];
	return (
		<span className={ `counterfoil-bulk__result is-${ outcome.state }` }>
			{ icon && <Icon icon={ icon } size={ 18 } /> }
			{ wordsOf( outcome, note ) }
		</span>
	);
}

const icons: Partial< Record< Outcome[ 'state' ], typeof check > > = {
	done: check,
	refused: caution,
	unknown: caution,
};

function wordsOf( outcome: Outcome, note: string ): string {
	switch ( outcome.state ) {
		case 'left':
			return __( 'Not started', 'counterfoil' );
		case 'unknown':
			/* translators: %s: why there was no answer */
			return sprintf( __( 'No response yet: %s', 'counterfoil' ), outcome.words );
		case 'done':
		case 'refused':
			return outcome.words;
		default:
			return note;
	}
}
