<?php

declare(strict_types=1);

namespace Counterfoil\Identity;

use Counterfoil\Shared\Change\Change;
use Counterfoil\Shared\Privacy\Person;
use Counterfoil\Shared\Privacy\PersonalData;

/** The account that a contact logs in with, and the links that were mailed to them. */
final readonly class PersonalAccount implements PersonalData
{
    public function __construct(private TokenRepository $tokens)
    {
    }

    /** The account is WordPress' own to export; links are kept as hashes. */
    public function export(Person $person): array
    {
        return [];
    }

    /** An account that is good for nothing else goes; who is more than a contact keeps theirs. */
    public function erase(Person $person, Change $change): array
    {
        array_map($this->tokens->delete_of_contact(...), $person->contact_ids);
        $kept = [];
        foreach ($person->user_ids as $id) {
            $user = get_user_by('id', $id);
            if ($user === false) {
                continue;
            }
            if ($user->roles === [Accounts::ROLE] && ! Accounts::is_staff($user)) {
                $change->after(static function () use ($id): void {
                    require_once ABSPATH . 'wp-admin/includes/user.php';
                    wp_delete_user($id);
                });
            } else {
                $kept[] = __('The user account is kept because it is used for more than the client portal.', 'counterfoil');
            }
        }

        return $kept;
    }
}
