import { useEffect } from '@wordpress/element';
import { __, _n, sprintf } from '@wordpress/i18n';
import type { AccountantExport } from '../../../contract/accountant-exports';
import { boot } from '../../../shared/boot';
import { formatDay, formatMoment } from '../../../shared/dates';
import { Loaded } from '../../../shared/loaded';
import { useRead } from '../../../shared/store';
import { DownloadButton, RemoveButton } from './actions';

const EVERY_MS = 3000;

/** Those that were made in the last days; while one is being made, what is shown is read again and again. */
export function ExportList() {
	const read = useRead( 'accountant-exports.list', {} );
	const { data, reload } = read;
	const isRunning = data?.items.some( ( { state } ) => state === 'running' ) ?? false;
	useEffect( () => {
		if ( ! isRunning ) {
			return undefined;
		}
		const timer = setInterval( reload, EVERY_MS );
		return () => clearInterval( timer );
	}, [ isRunning, reload ] );
	return (
		<Loaded read={ read }>
			{ ( { items, kept_days: days } ) => (
				<>
					{ items.length > 0 && (
						<ul className="counterfoil-accountant__list" aria-label={ __( 'Exports', 'counterfoil' ) }>
							{ items.map( ( item ) => (
								<Row key={ item.id } item={ item } />
							) ) }
						</ul>
					) }
					<p className="counterfoil-panel__quiet">
						{ sprintf(
							/* translators: %d: number of days */
							_n(
								'Exports are deleted after %d day. You can create them again at any time.',
								'Exports are deleted after %d days. You can create them again at any time.',
								days,
								'counterfoil'
							),
							days
						) }
					</p>
				</>
			) }
		</Loaded>
	);
}

function Row( { item }: { readonly item: AccountantExport } ) {
	const { from, to, state } = item;
	/* translators: 1: first day, 2: last day */
	const period = sprintf( __( '%1$s to %2$s', 'counterfoil' ), formatDay( from ), formatDay( to ) );
	return (
		<li>
			<div className="counterfoil-accountant__what">
				<strong>{ period }</strong>
				<Progress item={ item } />
				{ state === 'ready' && <Problems sentences={ item.problems } /> }
			</div>
			<div className="counterfoil-accountant__actions">
				{ state === 'ready' && <DownloadButton item={ item } period={ period } /> }
				{ boot().can.bill && <RemoveButton item={ item } period={ period } /> }
			</div>
		</li>
	);
}

/** Documents that are missing in it; the ZIP has the same in a text file. */
function Problems( { sentences }: { readonly sentences: readonly string[] } ) {
	if ( sentences.length === 0 ) {
		return null;
	}
	return (
		<details className="counterfoil-accountant__problems">
			<summary>
				{ sprintf(
					/* translators: %d: number of documents */
					_n( '%d document is missing', '%d documents are missing', sentences.length, 'counterfoil' ),
					sentences.length
				) }
			</summary>
			<ul>
				{ sentences.map( ( sentence ) => (
					<li key={ sentence }>{ sentence }</li>
				) ) }
			</ul>
		</details>
	);
}

function Progress( { item }: { readonly item: AccountantExport } ) {
	const { state, done, total } = item;
	if ( state !== 'running' ) {
		return <span className="counterfoil-panel__quiet">{ outcome( item ) }</span>;
	}
	const text =
		done < total
			? /* translators: 1: how many are done, 2: how many there are */
				sprintf( __( '%1$d of %2$d documents', 'counterfoil' ), done, total )
			: __( 'Adding the tables…', 'counterfoil' );
	return (
		<>
			<progress max={ Math.max( 1, total ) } value={ done } aria-label={ __( 'Progress', 'counterfoil' ) } />
			<span className="counterfoil-panel__quiet" role="status">
				{ text }
			</span>
		</>
	);
}

function outcome( { state, total, problems, size, expires_at: expires }: AccountantExport ): string {
	if ( state === 'failed' ) {
		return __( 'Couldn’t be created. Delete it and try again.', 'counterfoil' );
	}
	const there = Math.max( 0, total - problems.length );
	const facts = [
		/* translators: %d: number of documents */
		sprintf( _n( '%d document', '%d documents', there, 'counterfoil' ), there ),
		formatSize( size ),
		/* translators: %s: date and time */
		...( expires === null ? [] : [ sprintf( __( 'deleted on %s', 'counterfoil' ), formatMoment( expires ) ) ] ),
	];
	return facts.join( ' · ' );
}

function formatSize( bytes: number ): string {
	const isLarge = bytes >= 1_000_000;
	return new Intl.NumberFormat( boot().locale, {
		style: 'unit',
		unit: isLarge ? 'megabyte' : 'kilobyte',
		maximumFractionDigits: isLarge ? 1 : 0,
	} ).format( bytes / ( isLarge ? 1_000_000 : 1000 ) );
}
