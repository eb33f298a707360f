import type { z } from 'zod';
import type { tally } from '../../contract/common';
import { formatMoney } from '../money';

interface Tab {
	readonly id: string;
	readonly label: string;
	/** Count and sums behind the filter, where they are known. */
	readonly tally?: z.infer< typeof tally > | undefined;
}

interface Props {
	readonly label: string;
	readonly tabs: readonly Tab[];
	readonly current: string;
	readonly onChange: ( id: string ) => void;
}

/** The filters of a list that exclude each other. The chosen one says what its rows sum up to. */
export function StateTabs( { label, tabs, current, onChange }: Props ) {
	const chosen = tabs.find( ( { id } ) => id === current );
	const sums = chosen?.tally?.sums ?? [];
	return (
		<div className="counterfoil-tabs">
			<div className="counterfoil-tabs__list" role="group" aria-label={ label }>
				{ tabs.map( ( tab ) => (
					<button
						key={ tab.id }
						type="button"
						className="counterfoil-tabs__tab"
						aria-pressed={ tab.id === current }
						onClick={ () => onChange( tab.id ) }
					>
						{ tab.label }
						{ tab.tally && <span className="counterfoil-tabs__count">{ tab.tally.count }</span> }
					</button>
				) ) }
			</div>
			{ sums.length > 0 && (
				<span className="counterfoil-tabs__sums counterfoil-money">
					{ sums.map( formatMoney ).join( ' · ' ) }
				</span>
			) }
		</div>
	);
}
