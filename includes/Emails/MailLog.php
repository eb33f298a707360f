<?php

declare(strict_types=1);

namespace Counterfoil\Emails;

use Closure;
use Counterfoil\Shared\Clock\Timestamps;
use Counterfoil\Shared\Database\Condition;
use Counterfoil\Shared\Database\Database;
use Counterfoil\Shared\Database\FewOrMany;
use Counterfoil\Shared\Rest\Cursor;
use Counterfoil\Shared\SearchWords;
use Counterfoil\Shared\Viewer;

/** What was mailed, to whom, and what became of it; newest first. */
final readonly class MailLog
{
    /** @param Closure(): FindsClients $clients */
    public function __construct(private Database $database, private LetterRegistry $letters, private Closure $clients)
    {
    }

    /**
     * @param string|null $cursor of the page before
     * @param string $search what was typed; empty for all
     * @param string|null $state "queued", "sent" or "failed"; what was not wanted any more is in no log
     * @return array{items: list<array<string, mixed>>, next_cursor: string|null}
     */
    public function page(Viewer $viewer, int $per_page, ?string $cursor, ?string $state, string $search = ''): array
    {
        $list = 'emails:' . ($state ?? '') . ($search === '' ? '' : ':' . hash('sha256', $search));
        $which = ($state === null ? Condition::in('state', ['queued', 'sent', 'failed']) : new Condition('state = ?', [$state]))->and($viewer->condition('client_id'));
        if ($search !== '') {
            $which = $which->and($this->found($search));
        }
        if ($cursor !== null) {
            $which = $which->and(new Condition('id < ?', [(int) (Cursor::decode($list, $cursor)[0] ?? 0)]));
        }
        $rows = $this->database->rows(
            "SELECT * FROM {$this->database->table('outbox')} WHERE {$which->sql} ORDER BY id DESC LIMIT ?",
            [...$which->arguments, $per_page + 1]
        );
        $page = array_slice($rows, 0, $per_page);
        $last = end($page);
        $kinds = $this->letters->kinds(array_map(strval(...), array_column($page, 'message')));

        return [
            'items' => array_map(fn (array $row): array => [
                'id' => (int) $row['id'],
                'message' => (string) $row['message'],
                'label' => isset($kinds[(string) $row['message']]) ? $kinds[(string) $row['message']]->label : '',
                'to' => (string) $row['recipient'],
                'is_copy' => OutboxRepository::is_copy((string) $row['data']),
                'subject' => (string) $row['subject'],
                'state' => (string) $row['state'],
                'reason' => (string) $row['error'],
                'invoice_id' => $row['invoice_id'] === null ? null : (int) $row['invoice_id'],
                'can_resend' => $row['state'] === 'failed' || ($row['state'] === 'sent' && isset($kinds[(string) $row['message']]) && ! $this->letters->writer((string) $row['message']) instanceof PreparedLetter),
                'created_at' => Timestamps::row_to_wire((string) $row['created_at']),
                'sent_at' => $row['sent_at'] === null ? null : Timestamps::row_to_wire($row['sent_at']),
            ], $page),
            'next_cursor' => count($rows) > $per_page && $last !== false ? Cursor::encode($list, [(int) $last['id']]) : null,
        ];
    }

    private function found(string $search): Condition
    {
        return (new FewOrMany($this->database))->condition('outbox', [
            ($this->clients)()->condition($search, 'client_id'),
            new Condition('recipient >= ? AND recipient < ?', SearchWords::range($search)),
            new Condition('recipient >= ? AND recipient < ?', SearchWords::range(mb_strtolower($search))),
        ]);
    }
}
