<?php

declare(strict_types=1);

namespace Counterfoil\Subscriptions;

use Counterfoil\Shared\Database\Condition;
use Counterfoil\Shared\Database\Database;
use Counterfoil\Shared\Database\UniqueViolation;

/** Clients whose subscriptions are brought to one day of the month, and come on one bill. */
final readonly class BillingDayRepository
{
    private const TABLE = 'billing_days';

    public function __construct(private Database $database)
    {
    }

    /** @return int|null 1 to 31 */
    public function of(int $client_id): ?int
    {
        $day = $this->database->value("SELECT day FROM {$this->database->table(self::TABLE)} WHERE client_id = ?", [$client_id]);

        return $day === null ? null : (int) $day;
    }

    /**
     * @param list<int> $client_ids
     * @return array<int, int> the day of each that has one, by client
     */
    public function among(array $client_ids): array
    {
        if ($client_ids === []) {
            return [];
        }
        $of = Condition::in('client_id', $client_ids);
        $days = [];
        foreach ($this->database->rows("SELECT client_id, day FROM {$this->database->table(self::TABLE)} WHERE {$of->sql}", $of->arguments) as $row) {
            $days[(int) $row['client_id']] = (int) $row['day'];
        }

        return $days;
    }

    /** Part of the change that is under way. @param int|null $day null for none */
    public function set(int $client_id, ?int $day): void
    {
        if ($day === null) {
            $this->database->delete(self::TABLE, ['client_id' => $client_id]);

            return;
        }
        if ($this->of($client_id) === null) {
            try {
                $this->database->insert(self::TABLE, ['client_id' => $client_id, 'day' => $day]);

                return;
            } catch (UniqueViolation) {
                // Somebody else was first: theirs is overwritten.
            }
        }
        $this->database->update(self::TABLE, ['day' => $day], ['client_id' => $client_id]);
    }
}
