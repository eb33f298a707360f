<?php

declare(strict_types=1);

use Counterfoil\Portals\Pager;
use Counterfoil\Portals\Template;
use Counterfoil\Shared\Html;

/** @var Counterfoil\Invoices\Portal\InvoicesView $view */

defined('ABSPATH') || exit;

?>
<?php if ($view->credit !== []) : ?>
    <div class="cf-card cf-message">
        <p class="cf-strong"><?php esc_html_e('Your credit balance', 'counterfoil'); ?>: <?php echo Html::escape(implode(' · ', $view->credit)); ?></p>
        <p><?php esc_html_e('We can apply it to your next invoices.', 'counterfoil'); ?></p>
    </div>
<?php endif; ?>
<?php if ($view->items === []) : ?>
    <div class="cf-card cf-message">
        <p class="cf-strong"><?php $view->is_first_page ? esc_html_e('No invoices yet', 'counterfoil') : esc_html_e('No older invoices', 'counterfoil'); ?></p>
        <p><?php esc_html_e('New invoices will appear here, and we’ll email them to you.', 'counterfoil'); ?></p>
    </div>
<?php else : ?>
    <?php if ($view->together !== null) : ?>
        <form class="cf-together" method="get" action="<?php echo esc_url($view->together->action); ?>" data-wp-interactive="client-choose" data-wp-on--change="actions.count" <?php
            echo wp_interactivity_data_wp_context(['url' => rest_url('counterfoil/v1/portal/invoices/chosen'), 'nonce' => wp_create_nonce('wp_rest'), 'words' => '']); // phpcs:ignore WordPress.Security.EscapeOutput.OutputNotEscaped -- an attribute made by WordPress
        ?>>
            <?php foreach ($view->together->fields as $name => $value) : ?>
                <input type="hidden" name="<?php echo Html::escape($name); ?>" value="<?php echo Html::escape($value); ?>">
            <?php endforeach; ?>
    <?php endif; ?>
    <?php // The roles say again what the elements are: laid out as a grid, some browsers forget it.?>
    <div class="cf-list">
        <table class="cf-table" role="table">
            <thead role="rowgroup">
                <tr class="cf-row cf-row--head" role="row">
                    <th scope="col" role="columnheader"><?php esc_html_e('Invoice', 'counterfoil'); ?></th>
                    <th class="cf-row__issued" scope="col" role="columnheader"><?php esc_html_e('Issue date', 'counterfoil'); ?></th>
                    <th scope="col" role="columnheader"><?php esc_html_e('Due date', 'counterfoil'); ?></th>
                    <th scope="col" role="columnheader"><?php esc_html_e('Status', 'counterfoil'); ?></th>
                    <th class="cf-row__amount" scope="col" role="columnheader"><?php esc_html_e('Amount', 'counterfoil'); ?></th>
                    <th class="cf-row__actions" scope="col" role="columnheader"><span class="cf-hidden"><?php esc_html_e('Actions', 'counterfoil'); ?></span></th>
                </tr>
            </thead>
            <tbody role="rowgroup">
                <?php foreach ($view->items as $item) : ?>
                    <tr class="cf-row<?php echo $item->has_long_state() ? ' cf-row--long' : ''; ?>" role="row">
                        <td class="cf-row__number" role="cell"><?php if ($view->together !== null && $item->payable_id !== null) : ?><label class="cf-row__choose"><input type="checkbox" name="bills[]" value="<?php echo Html::escape((string) $item->payable_id); ?>"><span class="cf-hidden"><?php
                        /* translators: 1: invoice number, 2: amount of money */
                        echo Html::escape(sprintf(__('Select %1$s, %2$s', 'counterfoil'), $item->number, $item->amount));
                            ?></span></label><?php endif; ?><a class="cf-row__link" href="<?php echo esc_url($item->url); ?>"><bdi><?php echo Html::escape($item->number); ?></bdi></a><?php if ($item->kind !== '') : ?> <span class="cf-row__kind"><?php echo Html::escape($item->kind); ?></span><?php endif; ?></td>
                        <td class="cf-row__issued" role="cell"><?php echo Html::escape($item->issued); ?></td>
                        <td class="cf-row__due" role="cell"><span class="cf-row__label" aria-hidden="true"><?php esc_html_e('Due date', 'counterfoil'); ?> </span><?php echo Html::escape($item->due_date); ?></td>
                        <td class="cf-row__state" role="cell"><span class="cf-state is-<?php echo Html::escape($item->state); ?>"><?php echo Html::escape($item->label); ?></span><?php if ($item->announced !== '') : ?> <span class="cf-row__kind"><?php echo Html::escape($item->announced); ?></span><?php endif; ?></td>
                        <td class="cf-row__amount" role="cell"><?php echo Html::escape($item->amount); ?></td>
                        <td class="cf-row__actions" role="cell">
                            <?php if ($item->pay_url !== null) : ?>
                                <a class="cf-button cf-row__pay" href="<?php echo esc_url($item->pay_url); ?>"><?php esc_html_e('Pay', 'counterfoil'); ?><span class="cf-hidden"> <?php echo Html::escape("{$item->amount}, {$item->number}"); ?></span></a>
                            <?php endif; ?>
                            <a class="cf-row__pdf" href="<?php echo esc_url($item->pdf_url); ?>" aria-label="<?php
                                        /* translators: %s: invoice number */
                                        echo Html::escape(sprintf(__('PDF of invoice %s', 'counterfoil'), $item->number));
                    ?>">PDF</a>
                        </td>
                    </tr>
                <?php endforeach; ?>
            </tbody>
        </table>
    </div>
    <?php if ($view->together !== null) : ?>
            <div class="cf-together__bar">
                <span class="cf-together__sum" role="status" data-wp-text="context.words"></span>
                <button class="cf-button" type="submit"><?php esc_html_e('Pay selected', 'counterfoil'); ?></button>
                <?php foreach ($view->together->all as $all) : ?>
                    <a class="cf-button cf-button--primary" href="<?php echo esc_url($all['url']); ?>"><?php echo Html::escape($all['label']); ?></a>
                <?php endforeach; ?>
            </div>
        </form>
    <?php endif; ?>
<?php endif; ?>
<?php echo Template::draw(Pager::TEMPLATE, new Pager(__('More invoices', 'counterfoil'), __('Latest invoices', 'counterfoil'), $view->newest_url, __('Older invoices', 'counterfoil'), $view->older_url)); // phpcs:ignore WordPress.Security.EscapeOutput.OutputNotEscaped -- a template?>
