<?php

declare(strict_types=1);

namespace Counterfoil\Activity;

use Counterfoil\Shared\Clock\Timestamps;
use Counterfoil\Shared\Database\Condition;
use Counterfoil\Shared\Database\Database;
use Counterfoil\Shared\DomainError;
use Counterfoil\Shared\Rest\Cursor;
use Counterfoil\Shared\Viewer;

/**
 * Reads what happened, newest first, each as the contract's event: its sentence is made now, in the reader's language.
 * Whoever sees some clients only sees what happened to these; what happened to none (settings, products) is shown to
 * those who see all.
 *
 * @phpstan-import-type Row from Database
 * @phpstan-type Page array{items: list<array<string, mixed>>, next_cursor: string|null}
 */
final readonly class EventTimeline
{
    public function __construct(private Database $database, private EventSentences $sentences, private ClientNames $clients)
    {
    }

    /**
     * Everything that is about one thing, whatever else it is about: of an invoice its payments and refunds too.
     *
     * @param string $subject_type "invoice"
     * @param string|null $cursor of the page before; one of another list is refused with DomainError 400
     * @return Page
     */
    public function of(string $subject_type, int $subject_id, Viewer $viewer, int $per_page, ?string $cursor): array
    {
        return $this->page(
            "events:{$subject_type}:{$subject_id}",
            Condition::always(),
            $viewer,
            $per_page,
            $cursor,
            // Joined, for MariaDB would ask an IN of a UNION anew for every event there is.
            new Condition(
                "JOIN (
                    SELECT id FROM {$this->database->table('events')} WHERE subject_type = ? AND subject_id = ?
                    UNION ALL SELECT event_id FROM {$this->database->table('event_subjects')} WHERE subject_type = ? AND subject_id = ?
                ) about ON about.id = e.id",
                [$subject_type, $subject_id, $subject_type, $subject_id]
            )
        );
    }

    /**
     * @param bool $with_logins Whoever logs in every day would hide all the rest
     * @return Page of the client, its contacts, websites, invoices and payments
     */
    public function of_client(int $client_id, Viewer $viewer, int $per_page, ?string $cursor, bool $with_logins = false): array
    {
        $which = new Condition('e.client_id = ?', [$client_id]);

        return $this->page("events:client:{$client_id}" . ($with_logins ? ':all' : ''), $with_logins ? $which : $which->and(self::but_logins()), $viewer, $per_page, $cursor);
    }

    /** @return list<array<string, mixed>> of everything this viewer sees, without logins */
    public function recent(int $limit, Viewer $viewer): array
    {
        return $this->page('events', self::but_logins(), $viewer, $limit, null)['items'];
    }

    private static function but_logins(): Condition
    {
        return new Condition('e.type <> ?', ['contact.logged_in']);
    }

    /** @return Page */
    private function page(string $list, Condition $which, Viewer $viewer, int $per_page, ?string $cursor, Condition $join = new Condition('', [])): array
    {
        $where = $which->and($viewer->condition('e.client_id'));
        if ($cursor !== null) {
            $where = $where->and(new Condition('e.id < ?', [(int) (Cursor::decode($list, $cursor)[0] ?? 0)]));
        }
        $rows = $this->database->rows(
            "SELECT e.* FROM {$this->database->table('events')} e {$join->sql} WHERE {$where->sql} ORDER BY e.id DESC LIMIT ?",
            [...$join->arguments, ...$where->arguments, $per_page + 1]
        );
        $page = array_slice($rows, 0, $per_page);
        $last = end($page);
        $names = $this->clients->of(array_values(array_unique(array_map(intval(...), array_filter(array_column($page, 'client_id'), is_string(...))))));

        return [
            'items' => array_map(fn (array $row): array => $this->to_wire($row, $names), $page),
            'next_cursor' => count($rows) > $per_page && $last !== false ? Cursor::encode($list, [(int) $last['id']]) : null,
        ];
    }

    /**
     * @param Row $row
     * @param array<int, string> $names of clients
     * @return array<string, mixed>
     */
    private function to_wire(array $row, array $names): array
    {
        $data = json_decode((string) $row['data'], true);
        $client = (int) $row['client_id'];

        return [
            'id' => (int) $row['id'],
            'type' => (string) $row['type'],
            'summary' => $this->sentences->say((string) $row['type'], is_array($data) ? $data : []),
            'actor' => ['type' => (string) $row['actor_type'], 'name' => (string) $row['actor_name']],
            'subject' => ['type' => (string) $row['subject_type'], 'id' => (int) $row['subject_id']],
            'client' => isset($names[$client]) ? ['id' => $client, 'name' => $names[$client]] : null,
            'occurred_at' => Timestamps::to_wire(Timestamps::from_row((string) $row['occurred_at'])),
        ];
    }
}
