/** What every noun stands on: changes, hooks, days, settings. */
const changes = { file: 'includes/Shared/Change/Changes.php', suite: 'integration', filter: 'ChangesTest' };
const calendar = { file: 'includes/Shared/Calendar.php', suite: 'unit', filter: 'CalendarTest' };

export default [
	{
		...changes,
		name: 'a change may say nothing',
		search: '$this->events->value === $events) {',
		replace: 'false) {',
	},
	{
		...changes,
		name: 'a deadlock is given up at once',
		file: 'includes/Shared/Database/Attempts.php',
		search: 'private const MOST = 3;',
		replace: 'private const MOST = 1;',
	},
	{
		...changes,
		name: 'a hook is fired before the commit',
		file: 'includes/Shared/Change/Change.php',
		search: '$this->database->after_commit($work);',
		replace: '$work();',
	},
	{
		...calendar,
		name: 'a month end loses its anchor',
		search: 'min($anchor === 0 ? $day_of_month : $anchor, $last)',
		replace: 'min($day_of_month, $last)',
	},
	{
		...calendar,
		name: 'a month end runs over',
		search: 'min($anchor === 0 ? $day_of_month : $anchor, $last)',
		replace: '$anchor === 0 ? $day_of_month : $anchor',
	},
	{
		...calendar,
		name: 'half an hour of an offset is lost',
		search: "'5', '50' => '30',",
		replace: "'5', '50' => '00',",
	},
	{
		name: 'settings that were taken back are in force',
		file: 'includes/Shared/Database/Remembered.php',
		search: 'if ($this->seen !== $this->rollbacks->value) {',
		replace: 'if (false) {',
		suite: 'integration',
		filter: 'SettingsTest',
	},
	{
		name: 'a client that was added is not told of',
		file: 'includes/Clients/CreateClient.php',
		search: "$change->hook('client_created', $client->id);",
		replace: '',
		suite: 'integration',
		filter: 'PeopleAreToldTest',
	},
	{
		name: 'a plan that was archived again is told of again',
		file: 'includes/Products/ChangePlan.php',
		search: 'if ($this->plans->archive($id)) {',
		replace: '$this->plans->archive($id); if (true) {',
		suite: 'integration',
		filter: 'PeopleAreToldTest',
	},
	{
		name: 'a page of the site loads the blocks',
		file: 'includes/Portal/PortalModule.php',
		search: "add_action('init', [RegisterBlocks::class, 'offer']);",
		replace: "add_action('init', [RegisterBlocks::class, 'register']);",
		suite: 'integration',
		filter: 'LazinessTest',
	},
];
