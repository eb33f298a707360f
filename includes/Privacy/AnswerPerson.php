<?php

declare(strict_types=1);

namespace Counterfoil\Privacy;

use Counterfoil\Clients\PersonalDetails;
use Counterfoil\Shared\Actor;
use Counterfoil\Shared\Change\Change;
use Counterfoil\Shared\Change\Changes;
use Counterfoil\Shared\EmailAddress;
use Counterfoil\Shared\Privacy\Person;
use Counterfoil\Shared\Privacy\PersonalData;
use Counterfoil\Shared\Privacy\Record;

/** Tells a person what is known of them, or forgets it, as far as the law lets us (GDPR, articles 15 and 17). */
final readonly class AnswerPerson
{
    /** @param list<PersonalData> $holders of all nouns, from the lowest floor up */
    public function __construct(private Changes $changes, private PersonalDetails $details, private array $holders)
    {
    }

    /** @return array{data: list<array<string, mixed>>, done: true} as WordPress wants it of an exporter */
    public function export(string $email): array
    {
        $person = $this->details->find(EmailAddress::normal($email));
        $records = array_merge([], ...array_map(static fn (PersonalData $holder): array => $holder->export($person), $this->holders));

        return ['data' => array_map(self::to_wordpress(...), $records), 'done' => true];
    }

    /** @return array{items_removed: bool, items_retained: bool, messages: list<string>, done: true} as WordPress wants it of an eraser */
    public function erase(string $email): array
    {
        $person = $this->details->find(EmailAddress::normal($email));
        $is_known = $this->export($email)['data'] !== [];
        $kept = ! $is_known ? [] : $this->changes->run(Actor::current_staff(), function (Change $change) use ($person): array {
            $kept = array_merge([], ...array_map(static fn (PersonalData $holder): array => $holder->erase($person, $change), array_reverse($this->holders)));
            $change->event('privacy.erased', self::subjects($person), $person->client_ids[0] ?? null);
            /**
             * Fires after a person's data is erased at their request.
             *
             * @param string $email
             * @since 0.2.0
             */
            $change->hook('person_erased', $person->email);

            return $kept;
        });

        return ['items_removed' => $is_known, 'items_retained' => $kept !== [], 'messages' => array_values(array_unique($kept)), 'done' => true];
    }

    /** @return non-empty-list<array{string, int}> */
    private static function subjects(Person $person): array
    {
        $clients = array_map(static fn (int $id): array => ['client', $id], $person->client_ids);

        return $clients !== [] ? $clients : [['person', 0]];
    }

    /** @return array<string, mixed> */
    private static function to_wordpress(Record $record): array
    {
        return [
            'group_id' => $record->group,
            'group_label' => $record->group_label,
            'item_id' => $record->id,
            'data' => array_map(
                static fn (string $label, string $value): array => ['name' => $label, 'value' => esc_html($value)],
                array_keys($record->fields),
                array_values($record->fields)
            ),
        ];
    }
}
