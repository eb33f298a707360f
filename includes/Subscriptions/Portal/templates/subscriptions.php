<?php

declare(strict_types=1);

use Counterfoil\Portals\Pager;
use Counterfoil\Portals\Template;
use Counterfoil\Shared\Html;

/** @var Counterfoil\Subscriptions\Portal\SubscriptionsView $view */

defined('ABSPATH') || exit;

?>
<?php if ($view->tabs !== []) : ?>
    <nav class="cf-ways cf-subscriptions__tabs" aria-label="<?php esc_attr_e('Products and services', 'counterfoil'); ?>">
        <?php foreach ($view->tabs as $tab) : ?>
            <a href="<?php echo esc_url($tab['url']); ?>"<?php echo $tab['is_current'] ? ' aria-current="page"' : ''; ?>><?php echo Html::escape($tab['label']); ?></a>
        <?php endforeach; ?>
    </nav>
<?php endif; ?>
<?php if ($view->rows === [] && ($view->once ?? []) === []) : ?>
    <div class="cf-card cf-message">
        <p class="cf-strong"><?php echo Html::escape($view->empty_title); ?></p>
        <p><?php echo Html::escape($view->empty_text); ?></p>
    </div>
<?php elseif ($view->once !== null) : ?>
    <ul class="cf-list cf-list--once">
        <?php foreach ($view->once as $item) : ?>
            <li class="cf-row cf-row--once">
                <span class="cf-sub__what"><a class="cf-row__link" href="<?php echo esc_url($item['url']); ?>"><bdi><?php echo Html::escape($item['what']); ?></bdi></a> <?php if ($item['about'] !== '') : ?><span class="cf-sub__about"><bdi><?php echo Html::escape($item['about']); ?></bdi></span><?php endif; ?></span>
                <span class="cf-sub__state"><span class="cf-state is-<?php echo Html::escape($item['look']); ?>"><?php echo Html::escape($item['state']); ?></span></span>
                <span class="cf-row__date"><?php echo Html::escape($item['date']); ?> <span class="cf-sub__about"><bdi><?php echo Html::escape($item['number']); ?></bdi></span></span>
                <span class="cf-sub__amount"><?php echo Html::escape($item['amount']); ?> <?php if ($item['tax'] !== '') : ?><span class="cf-sub__about"><?php echo Html::escape($item['tax']); ?></span><?php endif; ?></span>
            </li>
        <?php endforeach; ?>
    </ul>
<?php else : ?>
    <?php // The roles say again what the elements are: laid out as a grid, some browsers forget it.?>
    <div class="cf-list cf-list--menus">
        <table class="cf-table" role="table">
            <thead role="rowgroup">
                <tr class="cf-row cf-row--head cf-row--subscription" role="row">
                    <th scope="col" role="columnheader"><?php esc_html_e('Subscription', 'counterfoil'); ?></th>
                    <th scope="col" role="columnheader"><?php esc_html_e('Status', 'counterfoil'); ?></th>
                    <th class="cf-sub__amount" scope="col" role="columnheader"><?php esc_html_e('Amount', 'counterfoil'); ?></th>
                    <th scope="col" role="columnheader"><?php $view->is_inactive ? esc_html_e('Started', 'counterfoil') : esc_html_e('Next renewal', 'counterfoil'); ?></th>
                    <th class="cf-sub__started" scope="col" role="columnheader"><?php $view->is_inactive ? esc_html_e('Ended on', 'counterfoil') : esc_html_e('Started', 'counterfoil'); ?></th>
                    <th class="cf-sub__more" scope="col" role="columnheader"><span class="cf-hidden"><?php esc_html_e('Actions', 'counterfoil'); ?></span></th>
                </tr>
            </thead>
            <tbody role="rowgroup">
                <?php foreach ($view->rows as $row) : ?>
                    <tr class="cf-row cf-row--subscription" role="row">
                        <td class="cf-sub__what" role="cell"><a class="cf-row__link" href="<?php echo esc_url($row->url); ?>"><bdi><?php echo Html::escape($row->name); ?></bdi></a> <?php if ($row->about !== '') : ?><span class="cf-sub__about"><bdi><?php echo Html::escape($row->about); ?></bdi></span><?php endif; ?></td>
                        <td class="cf-sub__state" role="cell"><span class="cf-state is-<?php echo Html::escape($row->look); ?>"><?php echo Html::escape($row->state); ?></span> <?php if ($row->note !== '') : ?><span class="cf-sub__about"><?php echo Html::escape($row->note); ?></span><?php endif; ?></td>
                        <td class="cf-sub__amount" role="cell"><?php echo Html::escape($row->amount); ?> <span class="cf-sub__about"><?php echo Html::escape($row->rhythm); ?></span></td>
                        <td class="cf-sub__next" role="cell"><span class="cf-row__label" aria-hidden="true"><?php $view->is_inactive ? esc_html_e('Started', 'counterfoil') : esc_html_e('Next renewal', 'counterfoil'); ?> </span><?php echo Html::escape($view->is_inactive ? $row->started : ($row->next === '' ? '–' : $row->next)); ?></td>
                        <td class="cf-sub__started" role="cell"><?php echo Html::escape($view->is_inactive ? $row->ended : $row->started); ?></td>
                        <td class="cf-sub__more" role="cell">
                            <details class="cf-menu cf-more" data-wp-on--keydown="actions.closeMenu" data-wp-on--focusout="actions.leaveMenu">
                                <summary class="cf-more__button" aria-label="<?php
                                    /* translators: %s: what is subscribed to */
                                    echo esc_attr(sprintf(__('Actions for %s', 'counterfoil'), $row->name));
                    ?>"><span aria-hidden="true">⋯</span></summary>
                                <div class="cf-menu__list">
                                    <a class="cf-menu__item" href="<?php echo esc_url($row->url); ?>"><?php esc_html_e('View subscription', 'counterfoil'); ?></a>
                                    <?php if ($row->invoices_url !== null) : ?>
                                        <a class="cf-menu__item" href="<?php echo esc_url($row->invoices_url); ?>"><?php esc_html_e('View invoices', 'counterfoil'); ?></a>
                                    <?php endif; ?>
                                    <?php if ($row->cancel_url !== null) : ?>
                                        <a class="cf-menu__item" href="<?php echo esc_url($row->cancel_url); ?>"><?php esc_html_e('Request cancellation', 'counterfoil'); ?></a>
                                    <?php endif; ?>
                                </div>
                            </details>
                        </td>
                    </tr>
                <?php endforeach; ?>
            </tbody>
        </table>
    </div>
<?php endif; ?>
<?php echo Template::draw(Pager::TEMPLATE, new Pager(__('More subscriptions', 'counterfoil'), __('Latest', 'counterfoil'), $view->newest_url, __('Older', 'counterfoil'), $view->older_url)); // phpcs:ignore WordPress.Security.EscapeOutput.OutputNotEscaped -- a template?>
