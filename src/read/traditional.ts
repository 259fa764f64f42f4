/** Traditional characters of the form's labels and of the words around its figures, each before its simplified form. */
const PAIRS =
  '報报復复複复議议訴诉訟讼務务許许強强製制處处罰罚費费開开請请關关機机構构組组織织類类稱称結结轉转數数總总計计際际規规範范發发廢废現现項项條条圍围轄辖這这種种區区縣县與与業业財财產产資资訊讯況况聯联係系個个該该內内應应給给據据會会學学國国終终維维糾纠審审還还經经須须補补繳缴納纳檔档執执點点為为爲为無无繼继續续辦办徵征農农億亿萬万動动決决額额單单戶户車车護护屬属穩稳險险題题進进黨党網网導导監监設设實实標标證证權权責责體体術术廣广電电視视衛卫環环鄉乡鎮镇閱阅協协調调論论講讲說说讓让訂订記记試试課课誤误諮咨識识譯译讀读變变負负購购貨货貿贸賠赔質质輯辑輸输達达遠远違违適适選选遞递郵邮釋释銀银錄录錯错鐵铁長长門门閉闭間间隊队階阶隨随雙双難难雲云頁页順顺領领頒颁願愿顯显風风養养館馆驗验齊齐龍龙來来傳传僅仅價价儲储優优兩两減减劃划則则創创勞劳勢势匯汇參参問问啟启團团園园圖图場场壓压壞坏備备夠够嚴严對对專专尋寻屆届層层幹干幾几庫库廳厅張张彙汇後后從从徹彻態态慮虑憑凭懲惩戰战擇择擔担擬拟擴扩敗败敘叙時时歷历曆历書书東东極极樓楼樣样檢检歸归歲岁氣气沒没淨净測测漁渔潔洁濟济災灾熱热營营爭争狀状獎奖獨独獲获畢毕異异當当療疗盡尽盤盘眾众碼码確确禮礼積积競竞筆笔節节築筑簡简簽签籌筹糧粮約约級级紀纪純纯紙纸統统絡络絕绝綜综綠绿線线編编緩缓縮缩績绩習习聲声職职聽听舉举興兴舊旧華华藝艺藥药虛虚號号裝装裡里裏里見见親亲觀观觸触貫贯債债傷伤壇坛奪夺妳你';

const simple = new Map<string, string>();
for (let index = 0; index + 1 < PAIRS.length; index += 2) simple.set(PAIRS[index]!, PAIRS[index + 1]!);

/** The simplified form of a character, or the character itself. */
export const simplified = (character: string): string => simple.get(character) ?? character;
