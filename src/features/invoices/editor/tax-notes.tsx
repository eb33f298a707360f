import { Button } from '@wordpress/components';
import { __, _n, sprintf } from '@wordpress/i18n';
import { taxName } from '../../../shared/tax-name';
import { type Draft, type DraftLine, setLine, typedTax } from './draft';
import { isSame, type Proposal } from './taxes';

interface Props {
	readonly draft: Draft;
	readonly proposals: ReadonlyMap< string, Proposal >;
	readonly onChange: ( change: ( draft: Draft ) => Draft ) => void;
}

interface Group {
	readonly proposal: Proposal;
	/** Lines that have another tax than what is proposed. */
	readonly others: DraftLine[];
}

const proposed = ( { tax }: Proposal ) => {
	const typed = typedTax( tax );
	return typed && { ...typed, isProposed: true };
};

/** Why the lines are taxed as is proposed, once for all that share a reason; and a way to it for those that are not. */
export function TaxNotes( { draft, proposals, onChange }: Props ) {
	const groups = new Map< string, Group >();
	for ( const line of draft.lines ) {
		const proposal = proposals.get( line.key );
		if ( proposal ) {
			const id = JSON.stringify( proposal );
			const group = groups.get( id ) ?? { proposal, others: [] };
			const tax = typedTax( proposal.tax );
			if ( tax && ! ( line.tax && isSame( tax, line.tax ) ) ) {
				group.others.push( line );
			}
			groups.set( id, group );
		}
	}
	if ( groups.size === 0 ) {
		return null;
	}
	return (
		<div className="counterfoil-tax-notes" role="status">
			{ [ ...groups ].map( ( [ id, { proposal, others } ] ) => (
				<p key={ id }>
					{ proposal.tax ? (
						<>
							<strong>
								{ sprintf(
									/* translators: %s: a tax, "VAT 23%" or "Reverse charge" */
									__( 'Suggested tax: %s.', 'counterfoil' ),
									taxName( typedTax( proposal.tax ) ?? proposal.tax )
								) }
							</strong>{ ' ' }
							{ proposal.why }
						</>
					) : (
						proposal.why
					) }
					{ others.length > 0 && (
						<>
							{ ' ' }
							<Button
								variant="link"
								onClick={ () =>
									onChange( ( now ) =>
										others.reduce(
											( to, { key } ) => setLine( to, key, { tax: proposed( proposal ) } ),
											now
										)
									)
								}
							>
								{ sprintf(
									/* translators: %d: number of lines */
									_n( 'Apply to %d line', 'Apply to %d lines', others.length, 'counterfoil' ),
									others.length
								) }
							</Button>
						</>
					) }
				</p>
			) ) }
		</div>
	);
}
