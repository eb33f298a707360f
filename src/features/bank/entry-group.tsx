import { Button } from '@wordpress/components';
import { useId, useRef } from '@wordpress/element';
import { __, _n, sprintf } from '@wordpress/i18n';
import type { BankMatch } from '../../contract/bank';
import { Pager } from '../../shared/list/pager';
import { usePages } from '../../shared/list/pages';
import { Loaded } from '../../shared/loaded';
import { Problem } from '../../shared/problem';
import { useCommand, useRead } from '../../shared/store';
import { toast } from '../../shared/toasts';
import { EntryRow } from './entry-row';

interface Props {
	readonly importId: number;
	readonly state?: 'open' | 'matched' | 'ignored';
	/** Of open ones. */
	readonly match?: BankMatch;
	readonly title: string;
	readonly text: string;
	readonly count: number;
	readonly empty: string;
	readonly sendsReceipts: boolean;
}

/** Lines that are alike: those that are sure, likely or without a match, or what was done with them. */
export function EntryGroup( props: Props ) {
	const { importId, state = 'open', match, title, text, count, empty, sendsReceipts } = props;
	const id = useId();
	const heading = useRef< HTMLHeadingElement >( null );
	const filters = { import_id: importId, state, ...( match ? { match } : {} ) };
	const pages = usePages( filters );
	const read = useRead( 'bank.entries', { query: { ...filters, per_page: 25, cursor: pages.cursor } } );
	// What had the focus is gone with its line.
	const onDone = () => heading.current?.focus();
	return (
		<section className="counterfoil-bank__group" aria-labelledby={ id }>
			<header>
				<div>
					<h2 id={ id } ref={ heading } tabIndex={ -1 }>
						{ title } <span className="counterfoil-tabs__count">{ count }</span>
					</h2>
					<p className="counterfoil-panel__quiet">{ count > 0 ? text : empty }</p>
				</div>
				{ match === 'sure' && count > 0 && (
					<ConfirmSure
						importId={ importId }
						count={ count }
						sendsReceipts={ sendsReceipts }
						onDone={ onDone }
					/>
				) }
			</header>
			{ count > 0 && (
				<Loaded read={ read }>
					{ ( { items, next_cursor: next } ) => (
						<>
							<Problem error={ read.error } onRetry={ read.reload } />
							<ul aria-labelledby={ id }>
								{ items.map( ( entry ) => (
									<EntryRow
										key={ entry.id }
										entry={ entry }
										sendsReceipts={ sendsReceipts }
										onDone={ onDone }
									/>
								) ) }
							</ul>
							<Pager pages={ pages } next={ next } />
						</>
					) }
				</Loaded>
			) }
		</section>
	);
}

interface SureProps {
	readonly importId: number;
	readonly count: number;
	readonly sendsReceipts: boolean;
	readonly onDone: () => void;
}

/** The server confirms for a while and says how many are left; it is asked until none is, or none more can be. */
function ConfirmSure( { importId, count, sendsReceipts, onDone }: SureProps ) {
	const command = useCommand( 'bank.confirm-sure' );
	const confirm = async () => {
		let total = 0;
		for (;;) {
			const answer = await command.run( { params: { id: importId }, body: { send_receipts: sendsReceipts } } );
			if ( ! answer ) {
				return;
			}
			total += answer.confirmed;
			if ( answer.left === 0 || answer.confirmed === 0 ) {
				break;
			}
		}
		/* translators: %d: number of payments */
		toast( sprintf( _n( '%d payment recorded.', '%d payments recorded.', total, 'counterfoil' ), total ) );
		onDone();
	};
	return (
		<div>
			<Button
				variant="primary"
				isBusy={ command.isBusy }
				disabled={ command.isBusy }
				accessibleWhenDisabled
				onClick={ () => void confirm() }
				__next40pxDefaultSize
			>
				{
					/* translators: %d: number of transfers */
					sprintf( _n( 'Confirm %d sure match', 'Confirm all %d sure matches', count, 'counterfoil' ), count )
				}
			</Button>
			<Problem error={ command.error } onDismiss={ command.clearError } />
		</div>
	);
}
