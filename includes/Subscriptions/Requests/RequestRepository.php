<?php

declare(strict_types=1);

namespace Counterfoil\Subscriptions\Requests;

use Counterfoil\Shared\Actor;
use Counterfoil\Shared\Clock\Clock;
use Counterfoil\Shared\Clock\Timestamps;
use Counterfoil\Shared\Database\Condition;
use Counterfoil\Shared\Database\Database;
use Counterfoil\Shared\Database\Keyset;
use Counterfoil\Shared\DomainError;
use Counterfoil\Shared\Viewer;
use Counterfoil\Subscriptions\Subscription;
use DateTimeImmutable;

final readonly class RequestRepository
{
    private const TABLE = 'subscription_requests';

    public function __construct(private Database $database, private Clock $clock)
    {
    }

    public function find(int $id, Viewer $viewer): ?CancellationRequest
    {
        return $this->some((new Condition('id = ?', [$id]))->and($viewer->condition('client_id')))[0] ?? null;
    }

    /** @throws DomainError 404 */
    public function get(int $id, Viewer $viewer): CancellationRequest
    {
        return $this->find($id, $viewer) ?? throw DomainError::not_found();
    }

    /**
     * The one that was made last of each, whatever became of it.
     *
     * @param list<int> $subscription_ids
     * @return array<int, CancellationRequest> by subscription
     */
    public function latest_of(array $subscription_ids, Viewer $viewer): array
    {
        $found = [];
        foreach ($subscription_ids === [] ? [] : $this->some(Condition::in('subscription_id', $subscription_ids)->and($viewer->condition('client_id'))) as $request) {
            $found[$request->subscription_id] = $request;
        }

        return $found;
    }

    /** The one that waits for its answer; null where none does. */
    public function open_of(int $subscription_id): ?CancellationRequest
    {
        return $this->some(new Condition('subscription_id = ? AND is_open = 1', [$subscription_id]))[0] ?? null;
    }

    /**
     * @param bool|null $open only those that wait, or only the others; null for all
     * @param list<int|string>|null $after
     * @return array{requests: list<CancellationRequest>, next: list<int|string>|null} the longest waiting first
     */
    public function page(?bool $open, Viewer $viewer, Keyset $order, int $limit, ?array $after): array
    {
        $where = $viewer->condition('client_id')->and(match ($open) {
            true => new Condition('is_open = 1'),
            false => new Condition('is_open IS NULL'),
            null => Condition::always(),
        });
        $rows = $order->rows($this->database, "SELECT * FROM {$this->database->table(self::TABLE)}", $where, $after, $limit + 1);
        $page = array_slice($rows, 0, $limit);

        return [
            'requests' => array_map(CancellationRequest::from_row(...), $page),
            'next' => count($rows) > $limit ? $order->position($page[$limit - 1]) : null,
        ];
    }

    /** How many wait for their answer. */
    public function count_open(Viewer $viewer): int
    {
        $where = (new Condition('is_open = 1'))->and($viewer->condition('client_id'));

        return (int) $this->database->value("SELECT COUNT(*) FROM {$this->database->table(self::TABLE)} WHERE {$where->sql}", $where->arguments);
    }

    /** How many were made of a subscription since then. */
    public function count_since(int $subscription_id, DateTimeImmutable $since): int
    {
        return (int) $this->database->value("SELECT COUNT(*) FROM {$this->database->table(self::TABLE)} WHERE subscription_id = ? AND created_at > ?", [$subscription_id, Timestamps::to_row($since)]);
    }

    /**
     * @param string|null $wished_on "2026-03-31"
     * @throws \Counterfoil\Shared\Database\UniqueViolation when one waits already
     */
    public function insert(Subscription $subscription, ?int $contact_id, string $reason, ?string $wished_on): int
    {
        return $this->database->insert(self::TABLE, [
            'subscription_id' => $subscription->id,
            'client_id' => $subscription->client_id,
            'contact_id' => $contact_id,
            'reason' => $reason,
            'wished_on' => $wished_on,
            'state' => RequestState::Open->value,
            'is_open' => 1,
            'answer' => '',
            'created_at' => Timestamps::to_row($this->clock->now()),
        ]);
    }

    /**
     * By compare-and-set: of an answer and a withdrawal at the same moment one counts.
     *
     * @return bool false when it does not wait any more
     */
    public function close(int $id, RequestState $state, Actor $by, string $answer = '', ?string $ends_on = null): bool
    {
        return $this->database->update(self::TABLE, [
            'state' => $state->value,
            'is_open' => null,
            'answer' => $answer,
            'ends_on' => $ends_on,
            'decided_by' => $by->id,
            'decided_at' => Timestamps::to_row($this->clock->now()),
        ], ['id' => $id, 'is_open' => 1]) === 1;
    }

    /**
     * @param list<int> $contact_ids
     * @return list<CancellationRequest> what these people asked for, oldest first
     */
    public function of_contacts(array $contact_ids): array
    {
        return $contact_ids === [] ? [] : $this->some(Condition::in('contact_id', $contact_ids));
    }

    /**
     * What these people wrote is forgotten; that there was a request stays.
     *
     * @param list<int> $contact_ids
     */
    public function forget_contacts(array $contact_ids): void
    {
        foreach ($contact_ids as $id) {
            $this->database->update(self::TABLE, ['contact_id' => null, 'reason' => '', 'answer' => ''], ['contact_id' => $id]);
        }
    }

    /** @return list<CancellationRequest> oldest first */
    private function some(Condition $where): array
    {
        return array_map(CancellationRequest::from_row(...), $this->database->rows("SELECT * FROM {$this->database->table(self::TABLE)} WHERE {$where->sql} ORDER BY id", $where->arguments));
    }
}
