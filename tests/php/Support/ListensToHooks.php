<?php

declare(strict_types=1);

namespace Counterfoil\Tests\Support;

use Counterfoil\Plugin;

/**
 * For walks that do everything of some nouns once: which of our hooks were fired (after the commit, each as often as its
 * event was recorded), which events were recorded, and that neither misses one that stands in the code.
 */
trait ListensToHooks
{
    /** @var array<string, int> how often, by hook */
    private array $fired = [];

    private int $last_event = 0;

    protected function listen(): void
    {
        $names = array_flip(self::hooks_in_code());
        add_action('all', function (string $name) use ($names): void {
            if (isset($names[$name])) {
                self::assertFalse(Plugin::instance()->database()->is_in_transaction(), "{$name} was fired before the commit.");
                $this->fired[$name] = ($this->fired[$name] ?? 0) + 1;
            }
        });
        $this->last_event = $this->newest_event();
    }

    /**
     * What one step told of since the one before.
     *
     * @param list<string> $events types, in their order
     * @param list<string> $hooks without "counterfoil_", in any order; one fired twice stands there twice
     */
    protected function told(array $events, array $hooks): void
    {
        $database = Plugin::instance()->database();
        $rows = $database->rows("SELECT type FROM {$database->table('events')} WHERE id > ? ORDER BY id", [$this->last_event]);
        self::assertSame($events, array_column($rows, 'type'));
        $fired = array_merge([], ...array_map(static fn (string $name, int $count): array => array_fill(0, $count, substr($name, strlen('counterfoil_'))), array_keys($this->fired), $this->fired));
        self::assertEqualsCanonicalizing($hooks, $fired);
        foreach ($hooks as $hook) {
            $this->heard["hook {$hook}"] = true;
        }
        foreach ($events as $event) {
            $this->heard["event {$event}"] = true;
        }
        $this->fired = [];
        $this->last_event = $this->newest_event();
    }

    /** @var array<string, true> */
    private array $heard = [];

    /**
     * Every event and hook of these nouns that stands in the code was told by some step.
     *
     * @param list<string> $nouns "invoice"
     * @param list<string> $elsewhere what tests of its own tell, "event payment.flagged"
     */
    protected function assert_all_was_told(array $nouns, array $elsewhere = []): void
    {
        $there = [];
        foreach ($nouns as $noun) {
            foreach (self::events_in_code() as $event) {
                $there = str_starts_with($event, "{$noun}.") ? [...$there, "event {$event}"] : $there;
            }
            foreach (self::hooks_in_code() as $hook) {
                $there = str_starts_with($hook, "counterfoil_{$noun}_") ? [...$there, 'hook ' . substr($hook, strlen('counterfoil_'))] : $there;
            }
        }
        self::assertEqualsCanonicalizing([], array_values(array_diff($there, array_keys($this->heard), $elsewhere)), 'No step tells of these.');
    }

    private function newest_event(): int
    {
        $database = Plugin::instance()->database();

        return (int) $database->value("SELECT MAX(id) FROM {$database->table('events')}");
    }

    /** @return list<string> */
    private static function hooks_in_code(): array
    {
        preg_match_all('/->hook\(\s*\'([a-z_]+)\'|do_action\(\s*\'counterfoil_([a-z_]+)\'/', implode("\n", Sources::of_plugin()), $found);

        return array_values(array_unique(array_map(static fn (string $name): string => "counterfoil_{$name}", array_filter([...$found[1], ...$found[2]]))));
    }

    /** @return list<string> */
    private static function events_in_code(): array
    {
        $found = [];
        foreach (Sources::of_plugin() as $path => $code) {
            // A noun's sentences say every event there is; those nobody says are found where they are recorded.
            if (preg_match_all('/\'((?:client|contact|website|product|plan|settings|invoice|payment|refund|credit|dispute|method)\.[a-z_]+)\'/', $code, $types) > 0 && preg_match('/Sentences\.php$|->event\(|->record\(/', $path . $code) === 1) {
                array_push($found, ...$types[1]);
            }
        }

        return array_values(array_unique($found));
    }
}
