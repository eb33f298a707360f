import type { z } from 'zod';
import type { tally } from '../../contract/common';
import { useInView } from '../use-in-view';

interface Tab {
	readonly id: string;
	readonly label: string;
	/** How many there are behind it, of what is searched for and filtered; where it is known. */
	readonly tally?: Pick< z.infer< typeof tally >, 'count' > | undefined;
}

interface Props {
	readonly label: string;
	readonly tabs: readonly Tab[];
	readonly current: string;
	readonly onChange: ( id: string ) => void;
}

/** The filters of a list that exclude each other. */
export function StateTabs( { label, tabs, current, onChange }: Props ) {
	const row = useInView< HTMLDivElement >( '[aria-pressed="true"]', current );
	return (
		<div ref={ row } className="counterfoil-tabs" role="group" aria-label={ label }>
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
	);
}
