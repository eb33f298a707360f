<?php

declare(strict_types=1);

namespace Counterfoil\Subscriptions\PriceRises;

use Counterfoil\Shared\Database\Condition;
use Counterfoil\Shared\Database\Database;
use Counterfoil\Shared\Database\Keyset;
use Counterfoil\Shared\DomainError;
use Counterfoil\Shared\Viewer;

/** Pages of announced price rises, and of the subscriptions of one. Who sees only some clients sees, and counts, only theirs. */
final readonly class AnnouncementsQuery
{
    public function __construct(private Database $database)
    {
    }

    /**
     * @param list<int|string>|null $after
     * @return array{announcements: list<Announcement>, next: list<int|string>|null}
     */
    public function page(Viewer $viewer, Keyset $order, int $limit, ?array $after): array
    {
        $rows = $order->rows($this->database, "SELECT * FROM {$this->database->table('price_rise_announcements')}", $this->seen_by($viewer), $after, $limit + 1);
        $page = array_slice($rows, 0, $limit);

        return ['announcements' => array_map(Announcement::from_row(...), $page), 'next' => count($rows) > $limit ? $order->position($page[$limit - 1]) : null];
    }

    /** @throws DomainError 404 */
    public function get(int $id, Viewer $viewer): Announcement
    {
        $where = (new Condition('id = ?', [$id]))->and($this->seen_by($viewer));
        $row = $this->database->row("SELECT * FROM {$this->database->table('price_rise_announcements')} WHERE {$where->sql}", $where->arguments);

        return $row === null ? throw DomainError::not_found() : Announcement::from_row($row);
    }

    /**
     * @param list<int> $ids of announcements
     * @return array<int, array{states: array<string, int>, told: int, mails_on: string, first_on: string, last_on: string}> by announcement: how many
     *     in each state, how many clients were told, the first day on which one is told, the first and the last one at a new price
     */
    public function counts(array $ids, Viewer $viewer): array
    {
        $counts = [];
        foreach ($ids === [] ? [] : $this->counted(Condition::in('r.announcement_id', $ids)->and($viewer->condition('s.client_id'))) as $row) {
            $of = $counts[(int) $row['announcement_id']] ?? ['states' => [], 'told' => 0, 'mails_on' => '9', 'first_on' => '9', 'last_on' => ''];
            $counts[(int) $row['announcement_id']] = [
                'states' => $of['states'] + [(string) $row['state'] => (int) $row['number']],
                'told' => $of['told'] + (int) $row['told'],
                'mails_on' => min($of['mails_on'], (string) $row['mails_on']),
                'first_on' => min($of['first_on'], (string) $row['first_on']),
                'last_on' => max($of['last_on'], (string) $row['last_on']),
            ];
        }

        return $counts;
    }

    /**
     * @param list<int|string>|null $after
     * @return array{rises: list<AnnouncedRise>, next: list<int|string>|null}
     */
    public function rises(int $announcement_id, Viewer $viewer, Keyset $order, int $limit, ?array $after): array
    {
        [$rises, $subscriptions] = $this->tables();
        $where = (new Condition('announcement_id = ?', [$announcement_id]))->and($viewer->condition('client_id'));
        $rows = $order->rows($this->database, "SELECT * FROM (SELECT r.*, s.client_id, " . RiseState::SQL . " AS state FROM {$rises} r JOIN {$subscriptions} s ON s.id = r.subscription_id) of_them", $where, $after, $limit + 1);
        $page = array_slice($rows, 0, $limit);

        return ['rises' => array_map(AnnouncedRise::from_row(...), $page), 'next' => count($rows) > $limit ? $order->position($page[$limit - 1]) : null];
    }

    /** @return array<int, int> rises of an announcement that are still planned, by their subscriptions */
    public function planned(int $announcement_id, Viewer $viewer): array
    {
        [$rises, $subscriptions] = $this->tables();
        $where = (new Condition('r.announcement_id = ? AND r.outcome IS NULL', [$announcement_id]))->and($viewer->condition('s.client_id'));
        $rows = $this->database->rows("SELECT s.id, r.id AS rise_id FROM {$rises} r JOIN {$subscriptions} s ON s.id = r.subscription_id AND s.price_rise_id = r.id WHERE {$where->sql} ORDER BY s.id", $where->arguments);

        return array_combine(array_map(static fn (array $row): int => (int) $row['id'], $rows), array_map(static fn (array $row): int => (int) $row['rise_id'], $rows));
    }

    /** @return list<array<string, string|null>> */
    private function counted(Condition $where): array
    {
        [$rises, $subscriptions] = $this->tables();

        return $this->database->rows(
            "SELECT announcement_id, state, COUNT(*) AS number, SUM(is_told) AS told, MIN(mail_on) AS mails_on, MIN(first_on) AS first_on, MAX(first_on) AS last_on FROM (
                SELECT r.announcement_id, r.is_told, r.mail_on, r.first_on, " . RiseState::SQL . " AS state FROM {$rises} r JOIN {$subscriptions} s ON s.id = r.subscription_id WHERE {$where->sql}
            ) of_them GROUP BY announcement_id, state",
            $where->arguments
        );
    }

    private function seen_by(Viewer $viewer): Condition
    {
        if ($viewer->sees_all()) {
            return Condition::always();
        }
        [$rises, $subscriptions] = $this->tables();
        $seen = $viewer->condition('s.client_id');

        return new Condition("id IN (SELECT r.announcement_id FROM {$rises} r JOIN {$subscriptions} s ON s.id = r.subscription_id WHERE {$seen->sql})", $seen->arguments);
    }

    /** @return array{string, string} */
    private function tables(): array
    {
        return [$this->database->table('price_rises'), $this->database->table('subscriptions')];
    }
}
