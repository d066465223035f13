/** The messages of wire.md section 5, verbatim. R1 and R2 were recorded from real devices. */
export const vectors = {
  r1: 'xmlData=<re><m>502DF400489C</m><s>LBAN02261010322</s><e><ts>1604741706</ts><code>a010c</code><state>2</state><short>0</short><long>2048</long><type>8</type><actstate>6</actstate></e></re>',
  r2: 'xmlData=<re><m>502DF40048AF</m><s>LBAN02261010321</s><e><ts>1612105645</ts><code>a010c</code><state>2</state><short>0</short><long>2048</long><type>8</type><actstate>6</actstate></e></re>',
  s1: 'xmlData=<rd><m>502DF400489C</m><s>LBAN02261010322</s><d t="1308642600" l="600"><p i="1">4517d19a</p><p i="2">4364999a</p><p i="3">4129999a</p><p i="4">42480000</p><p i="5">45195666</p><p i="6">44038ccd</p><p i="7">40900000</p><p i="8">14c</p><p i="9">194</p><p i="A">665</p><p i="B">e2</p><p i="C">14</p><p i="D">4</p><p i="E">36a60</p><p i="F">3039</p><p i="10">5fc</p></d></rd>',
  s2: 'xmlData=<rd m="502DF40048AF" s="LBAN02261010321"><d t="1612105800" l="600"><p i="1">0</p><p i="2">43660000</p><p i="3">0</p><p i="4">4247eb85</p><p i="5">0</p><p i="6">43c80000</p><p i="7">0</p><p i="8">ffcb</p><p i="9">ffffffcb</p><p i="A">0</p><p i="B">0</p><p i="C">0</p><p i="D">6</p><p i="E">36a60</p><p i="F">3039</p><p i="11">0</p><p i="12">3e8</p></d></rd>',
  controlRequest: 'xmlData=<crq><m>502DF400489C</m><s>LBAN02261010322</s></crq>',
} as const;

export const bytes = (text: string): Uint8Array => Buffer.from(text, 'latin1');
